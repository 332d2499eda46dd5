using System.Globalization;
using GpuRisk.Domain.Input;

namespace GpuRisk.Data.Input;

/// <summary>
/// The problems of one file. The first <see cref="Listed"/> found are kept and the rest counted, so that a file of ten
/// million bad lines gives a message that can be read.
/// </summary>
internal sealed class FileProblems(string file)
{
    public const int Listed = 100;

    private readonly List<InputProblem> problems = [];
    private int unlisted;
    private InputProblem? firstUnlisted;

    public string File => file;

    public bool Any => problems.Count > 0;

    /// <summary>All that were added, those that are only counted too.</summary>
    public int Count => problems.Count + unlisted;

    public void Add(int line, int column, string message)
    {
        InputProblem problem = new(file, line, column, message);
        if (problems.Count < Listed)
        {
            problems.Add(problem);
            return;
        }

        firstUnlisted ??= problem;
        unlisted++;
    }

    /// <summary>True where a further problem is only counted: its column need not be worked out.</summary>
    public bool IsFull => firstUnlisted is not null;

    /// <summary>A problem of the file as a whole.</summary>
    public void Add(string message) => Add(1, 1, message);

    /// <summary>In order of line and column, with a last line that says how many more there are.</summary>
    public IEnumerable<InputProblem> InOrder()
    {
        IEnumerable<InputProblem> ordered = problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column);
        return firstUnlisted is null ? ordered : ordered.Append(firstUnlisted with { Message = Remainder() });
    }

    private string Remainder() => string.Create(
        CultureInfo.InvariantCulture, $"{unlisted:N0} more in this file are not listed; correct those above and read again");
}

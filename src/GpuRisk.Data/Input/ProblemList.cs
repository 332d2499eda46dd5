using GpuRisk.Domain.Input;

namespace GpuRisk.Data.Input;

/// <summary>Gathers what is wrong in several files, to be thrown together in the order in which the files were named.</summary>
internal sealed class ProblemList
{
    private readonly List<FileProblems> files = [];

    public FileProblems Of(string file)
    {
        FileProblems? known = files.Find(problems => problems.File == file);
        if (known is not null)
            return known;
        FileProblems added = new(file);
        files.Add(added);
        return added;
    }

    public bool Any => files.Exists(file => file.Any);

    /// <exception cref="InvalidInputException">Something is wrong.</exception>
    public void ThrowIfAny()
    {
        if (Any)
            throw new InvalidInputException([.. files.SelectMany(file => file.InOrder())]);
    }
}

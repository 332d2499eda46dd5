namespace GpuRisk.Domain.Input;

/// <summary>The input cannot be used; carries every problem found, in order of file and line.</summary>
public sealed class InvalidInputException : Exception
{
    public InvalidInputException(IReadOnlyList<InputProblem> problems)
        : base(string.Join(Environment.NewLine, problems))
    {
        Problems = problems;
    }

    public InvalidInputException(InputProblem problem)
        : this([problem])
    {
    }

    public IReadOnlyList<InputProblem> Problems { get; }
}

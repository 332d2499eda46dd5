using System.Globalization;

namespace GpuRisk.Domain.Input;

/// <summary>One thing wrong in the input: <c>file:line:column: what is wrong; what is expected</c>. Lines and columns count from 1.</summary>
public sealed record InputProblem(string File, int Line, int Column, string Message)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {Message}");
}

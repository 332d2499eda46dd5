namespace GpuRisk.Cli.Tests;

/// <summary>How the product says no.</summary>
public static class Refusal
{
    /// <param name="expected">How lines of standard error begin, each after a folder's name.</param>
    public static void IsBadInput(Outcome outcome, params string[] expected)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        IsClean(outcome, 3);
        Assert.All(outcome.ErrorLines, line => Assert.Matches(@"^[^:]+(:\d+:\d+)?: .+[;(].* (expected|required|only written to).*$", line));
        Assert.All(expected, start => Assert.True(
            outcome.ErrorLines.Any(line => line.StartsWith(start, StringComparison.Ordinal) || line.Contains("/" + start, StringComparison.Ordinal)),
            $"No line begins with '{start}':\n{outcome.Error}"));
    }

    /// <param name="expected">The lines before the one that points to --help.</param>
    public static void IsBadUsage(Outcome outcome, params string[] expected)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        IsClean(outcome, 2);
        Assert.Equal(expected.Select(line => "gpurisk: " + line), outcome.ErrorLines.Where(line => !line.StartsWith("gpurisk: see 'gpurisk", StringComparison.Ordinal)));
    }

    private static void IsClean(Outcome outcome, int code)
    {
        Assert.True(outcome.ExitCode == code, $"exit code {outcome.ExitCode}, expected {code}\n{outcome.Error}");
        Assert.Equal("", outcome.Output);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("internal error", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', outcome.Error);
        Assert.NotEmpty(outcome.ErrorLines);
    }
}

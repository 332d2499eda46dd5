using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace GpuRisk.Cli.Commands;

/// <summary>How many scenarios to draw, or the file that gives them: one of the two.</summary>
internal sealed record ScenarioSelection(int? Count, string? File)
{
    private const int Most = 100_000_000;

    public static Option<ScenarioSelection?> Option() => new("--scenarios")
    {
        Description = string.Create(CultureInfo.InvariantCulture, $"How many scenarios to draw (1 to {Most}), or a file of shocks, CSV or Arrow, that replaces them; by default the book's."),
        HelpName = "N|FILE",
        CustomParser = Parse,
    };

    private static ScenarioSelection? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int count) && count is >= 1 and <= Most)
            return new ScenarioSelection(count, null);
        // 1.5, 1e6 and 10,000 are meant as numbers, not as names of files.
        if (text.Length > 0 && !double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _))
            return new ScenarioSelection(null, text);
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"--scenarios {text}: expected a whole number from 1 to {Most}, or a CSV or Arrow file of shocks."));
        return null;
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using GpuRisk.Simulation;

namespace GpuRisk.Cli.Commands;

/// <summary>Options that take a precision or precisions.</summary>
internal static class PrecisionOption
{
    private const string Words = "double|mixed";

    public static Option<Precision?> One() => new("--precision")
    {
        Description = "How profits of instruments are held between revaluation and aggregation; by default double. mixed holds them in single precision, and its error is printed.",
        HelpName = Words,
        CustomParser = result => Parse(result, result.Tokens[0].Value),
    };

    public static Option<Precision[]> List() => new("--precision")
    {
        Description = "What is compared, separated by commas; by default double,mixed.",
        HelpName = Words,
        CustomParser = ParseList,
    };

    private static Precision? Parse(ArgumentResult result, string text)
    {
        if (Precisions.TryParse(text, out Precision precision))
            return precision;
        result.AddError($"--precision {text}: expected double or mixed.");
        return null;
    }

    private static Precision[] ParseList(ArgumentResult result)
    {
        string[] names = [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)];
        if (names.Length == 0)
            result.AddError("--precision: the list is empty; expected double, mixed, or both separated by a comma.");
        return [.. names.Select(name => Parse(result, name)).OfType<Precision>()];
    }
}

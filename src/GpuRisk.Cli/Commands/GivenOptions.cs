using System.CommandLine;

namespace GpuRisk.Cli.Commands;

/// <summary>What the user wrote on the command line.</summary>
internal static class GivenOptions
{
    /// <summary>Those of the options that were given, by name without dashes.</summary>
    public static Dictionary<string, string> Of(ParseResult parsed, params IEnumerable<Option> options)
    {
        Dictionary<string, string> given = new(StringComparer.Ordinal);
        foreach (Option option in options)
        {
            if (parsed.GetResult(option) is { Implicit: false } result)
                given[option.Name.TrimStart('-')] = result.Tokens.Count == 0 ? "true" : string.Join(' ', result.Tokens.Select(t => t.Value));
        }
        return given;
    }
}

using System.CommandLine;

namespace GpuRisk.Cli;

/// <summary>What is wrong with a command line, a line each, and where to read on.</summary>
internal static class UsageErrors
{
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string name = FullName(command);
        foreach (string problem in command.Subcommands.Count > 0 ? [MissingCommand(command, name, parsed)] : Problems(parsed))
            yield return "gpurisk: " + problem;
        yield return $"gpurisk: see '{name} --help'.";
    }

    private static IEnumerable<string> Problems(ParseResult parsed) =>
        parsed.Errors.Select(e => e.Message.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal)).Distinct();

    private static string MissingCommand(Command command, string name, ParseResult parsed)
    {
        string expected = string.Join(", ", command.Subcommands.Select(c => c.Name));
        return parsed.UnmatchedTokens.Count > 0
            ? $"'{parsed.UnmatchedTokens[0]}' is no command of {name}; expected one of: {expected}."
            : $"a command is missing; expected one of: {expected}.";
    }

    private static string FullName(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{FullName(parent)} {command.Name}" : "gpurisk";
}

using System.CommandLine;

namespace GpuRisk.Cli.Commands;

/// <summary>Options that take names separated by commas.</summary>
internal static class NameList
{
    public static Option<string[]> Option(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "LIST",
        CustomParser = result =>
        {
            string[] names = [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
            if (names.Length == 0)
                result.AddError($"{name}: the list is empty; expected names separated by commas.");
            return names;
        },
    };
}

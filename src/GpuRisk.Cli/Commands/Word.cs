using System.CommandLine;

namespace GpuRisk.Cli.Commands;

/// <summary>Options that take one of a few words, with one message that names them all.</summary>
internal static class Word
{
    public static Option<string?> Option(string name, string description, params string[] words) => new(name)
    {
        Description = description,
        HelpName = string.Join('|', words),
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (words.Contains(text, StringComparer.Ordinal))
                return text;
            result.AddError($"{name} {text}: expected {string.Join(" or ", words)}.");
            return null;
        },
    };
}

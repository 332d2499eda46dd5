using System.CommandLine;
using System.CommandLine.Parsing;

namespace GpuRisk.Cli.Commands;

/// <summary>Arguments and options that name a file or a folder.</summary>
internal static class PathName
{
    public static Argument<string> Argument(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(result => CheckArgument(result, name));
        return argument;
    }

    public static Option<string?> Option(string name, string description, string helpName, bool required = false)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = helpName, Required = required };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.Tokens[0].Value.Length == 0)
                result.AddError($"{name}: the name is empty; expected the name of a file or folder.");
        });
        return option;
    }

    /// <summary>An option that the command does not know would otherwise be taken for its argument.</summary>
    private static void CheckArgument(ArgumentResult result, string name)
    {
        if (result.Tokens.Count != 1)
            return;
        string text = result.Tokens[0].Value;
        if (text.Length == 0)
            result.AddError($"<{name}> is empty; expected the name of a file or folder.");
        else if (text[0] == '-')
            result.AddError($"{text} is no option here; a path that begins with - is written ./{text}.");
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;

namespace GpuRisk.Cli.Commands;

/// <summary>Ranges of options, refused while the command line is read.</summary>
internal static class Limits
{
    public static void Between(Option<int> option, int least, int most) =>
        option.Validators.Add(result => Check(result, option.Name, result.GetValueOrDefault<int>(), least, most));

    public static void Between(Option<int?> option, int least, int most) =>
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is { } value)
                Check(result, option.Name, value, least, most);
        });

    private static void Check(OptionResult result, string name, int value, int least, int most)
    {
        if (value < least || value > most)
            result.AddError($"{name} {value} is out of range; expected {least} to {most}.");
    }
}

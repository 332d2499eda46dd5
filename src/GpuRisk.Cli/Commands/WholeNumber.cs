using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace GpuRisk.Cli.Commands;

/// <summary>Options that take a whole number in a range, with one message for all that is wrong with it.</summary>
internal static class WholeNumber
{
    public static Option<int?> Option(string name, string description, int least, int most) => Make(name, description, least, most);

    /// <summary>Any 64-bit number is a seed.</summary>
    public static Option<ulong?> Seed(string name, string description) => Make(name, description, ulong.MinValue, ulong.MaxValue);

    private static Option<T?> Make<T>(string name, string description, T least, T most)
        where T : struct, IBinaryInteger<T> =>
        new(name)
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"{description} ({least} to {most})"),
            HelpName = "N",
            CustomParser = result => Parse(result, name, least, most),
        };

    private static T? Parse<T>(ArgumentResult result, string name, T least, T most)
        where T : struct, IBinaryInteger<T>
    {
        string text = result.Tokens[0].Value;
        if (T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out T value) && value >= least && value <= most)
            return value;
        result.AddError($"{name} {text}: expected a whole number from {least} to {most}.");
        return null;
    }
}

using System.CommandLine;
using System.Globalization;

namespace GpuRisk.Benchmarks.Commands;

/// <summary>An option that takes a whole number from 1.</summary>
internal static class WholeNumberOption
{
    public static Option<int?> Create(string name, string description, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= 1 && value <= most)
                return value;
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} {text}: expected a whole number from 1 to {most}."));
            return null;
        },
    };
}

using System.Globalization;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Cli.Runs;

/// <summary>What a result says of instruments that have a value and no Greeks.</summary>
internal static class GreeksNote
{
    public static IEnumerable<string> Of(BookGreeks? greeks)
    {
        if (greeks is not { Failures: [PricingFailure first, ..] failures })
            yield break;
        string many = failures.Count == 1 ? "1 instrument has" : string.Create(CultureInfo.InvariantCulture, $"{failures.Count} instruments have");
        yield return $"Greeks: {many} none and count in no sum of Greeks; the first is {first.Instrument}: {first.Reason}";
    }
}

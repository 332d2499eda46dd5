using System.Globalization;
using GpuRisk.Margin;
using GpuRisk.Simulation;

namespace GpuRisk.Cli.Runs;

/// <summary>Says what mixed precision cost in accuracy.</summary>
internal static class PrecisionNote
{
    public static IEnumerable<string> Of(Precision precision, MarginResult margin, string currency)
    {
        if (precision != Precision.Mixed || PrecisionError.Of(margin.Accounts) is not { } error)
            yield break;
        string part = double.IsNaN(error.LargestRelative)
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" and {error.LargestRelative:0.0e+0} of a margin (account {error.RelativeAccount})");
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"mixed precision: priced again in double, the tails behind ES differ by up to {error.Largest:0.0e+0} {currency} (account {error.Account}){part}; VaR may differ more");
    }
}

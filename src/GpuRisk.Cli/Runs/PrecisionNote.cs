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
        string part = double.IsNaN(error.Relative) ? "" : string.Create(CultureInfo.InvariantCulture, $"{error.Relative:0.0e+0} of the margin; ");
        yield return string.Create(
            CultureInfo.InvariantCulture, $"mixed precision: ES differs from double by at most {error.Largest:0.0e+0} {currency} ({part}account {error.Account})");
    }
}

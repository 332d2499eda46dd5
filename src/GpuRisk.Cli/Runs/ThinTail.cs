using System.Globalization;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Cli.Runs;

/// <summary>Says where a sample is too small for its confidence level to have an error bar.</summary>
internal static class ThinTail
{
    private const int Fewest = 10;

    public static IEnumerable<string> Notes(MarginSettings settings, int scenarios)
    {
        foreach (Confidence level in settings.Report.Append(settings.Confidence).Distinct().Order())
        {
            decimal tail = level.Tail.Value * scenarios;
            if (tail < Fewest)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"the tail beyond {level} holds {tail:0.##} of {scenarios} scenarios: its figures are rough, and their errors unreliable or missing");
            }
        }
    }
}

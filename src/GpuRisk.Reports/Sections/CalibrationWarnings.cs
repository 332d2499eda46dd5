using GpuRisk.Domain.Measures;
using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Sections;

/// <summary>What looks wrong in the history, before any figure that rests on it. Nothing where nothing does.</summary>
internal static class CalibrationWarnings
{
    public static void Write(MarkupWriter page, RunResult result)
    {
        if (result.Calibration is not { Warnings: { Count: > 0 } warnings })
            return;
        using (page.In("section", ("class", "suspect"), ("aria-labelledby", "suspect-title")))
        {
            page.Leaf("h2", "The history looks wrong", ("id", "suspect-title"));
            page.Leaf("p", $"{Figure.Count(warnings.Count, "warning")} from the calibration. The figures below rest on the history as it is.");
            LongList.Write(page, warnings, warning => page.Leaf("bdi", warning));
        }
    }
}

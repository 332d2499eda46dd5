using GpuRisk.Domain.Measures;
using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Sections;

/// <summary>Says, before any figure, that instruments could not be priced and are in no total. Nothing where the run is complete.</summary>
internal static class IncompleteBanner
{
    public static void Write(MarkupWriter page, RunResult result)
    {
        if (result.IsComplete)
            return;
        using (page.In("section", ("class", "incomplete"), ("role", "alert"), ("aria-labelledby", "incomplete-title")))
        {
            page.Leaf("h2", "This run is incomplete", ("id", "incomplete-title"));
            page.Leaf(
                "p", $"{Figure.Count(result.Failures.Count, "instrument")} of {Figure.Count(result.Instruments)} could not be priced. "
                + "Every figure below leaves them out and may understate or overstate the risk.");
            LongList.Write(page, result.Failures, failure =>
            {
                using (page.In("b"))
                    page.Name(failure.Instrument);
                page.Text(": ");
                page.Leaf("bdi", failure.Reason);
            });
        }
    }
}

using GpuRisk.Domain.Measures;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Sections;

/// <summary>What was said about the input and the calibration.</summary>
internal static class Notes
{
    public static void Write(MarkupWriter page, RunResult result)
    {
        using (page.In("section", ("id", "notes")))
        {
            page.Leaf("h2", "Notes: calibration rules and repairs");
            if (result.Notes.Count == 0)
                page.Leaf("p", "None: nothing in the input was repaired.", ("class", "quiet"));
            else
                LongList.Write(page, result.Notes, note => page.Leaf("bdi", note));
        }
    }
}

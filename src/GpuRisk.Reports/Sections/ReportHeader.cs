using System.Globalization;
using GpuRisk.Domain.Measures;
using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Sections;

/// <summary>What was run: the book and the settings that every figure depends on.</summary>
internal static class ReportHeader
{
    private const int DigestShown = 16;

    public static void Write(MarkupWriter page, RunResult result, string digest)
    {
        using (page.In("header"))
        {
            page.Leaf("p", "Margin report", ("class", "kicker"));
            using (page.In("h1"))
                page.Name(result.Book);
            using (page.In("dl", ("class", "facts")))
            {
                Fact(page, "As of", Figure.Instant(result.AsOf));
                Fact(page, "Currency", result.Currency);
                Fact(page, "Scenario model", result.Model);
                Fact(page, "Scenarios", Figure.Count(result.Scenarios));
                if (result.Origin == ScenarioOrigin.Drawn)
                    Fact(page, "Seed", result.Seed.ToString(CultureInfo.InvariantCulture));
                if (result.Origin != ScenarioOrigin.Given)
                    Fact(page, "Horizon", Figure.Days(result.HorizonDays));
                Fact(page, "Margin confidence", result.MarginConfidence.ToString());
                Fact(page, "Accelerator", result.Accelerator);
                Fact(page, "Precision", result.Precision);
                Fact(page, "Result digest", digest.Length > DigestShown ? digest[..DigestShown] + "…" : digest);
            }
        }
    }

    private static void Fact(MarkupWriter page, string name, string value)
    {
        using (page.In("div"))
        {
            page.Leaf("dt", name);
            using (page.In("dd"))
                page.Name(value);
        }
    }
}

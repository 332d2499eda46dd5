using GpuRisk.Domain.Measures;
using GpuRisk.Reports.Markup;
using GpuRisk.Reports.Sections;

namespace GpuRisk.Reports;

/// <summary>
/// The report of a run as one self-contained page: style, script and pictures inside, nothing loaded from anywhere.
/// The page is HTML5 and well-formed XML at once, complete without its script, and a function of the arguments alone:
/// no clock, no locale, lines end in a line feed.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the whole page. Names in the result may be any text; they appear as text.</summary>
    /// <param name="writer">Must encode as UTF-8 where it encodes; is neither flushed nor closed.</param>
    /// <param name="digest">Digest of the results, shown shortened in the header and in full beside the manifest.</param>
    /// <param name="manifestJson">The manifest's text, shown as it is.</param>
    public static void Write(TextWriter writer, RunResult result, string digest, string manifestJson)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(manifestJson);
        MarkupWriter page = new(writer);
        Asset style = Asset.Style(), script = Asset.Script();
        page.Constant("<!DOCTYPE html>\n");
        using (page.In("html", ("lang", "en")))
        {
            DocumentHead.Write(page, result, style, script);
            using (page.In("body"))
            {
                Body(page, result, digest, manifestJson);
                using (page.In("script"))
                    page.Constant(script.Text);
            }
        }
    }

    private static void Body(MarkupWriter page, RunResult result, string digest, string manifestJson)
    {
        MarginOverview overview = new(result);
        ReportHeader.Write(page, result, digest);
        using (page.In("main"))
        {
            IncompleteBanner.Write(page, result);
            CalibrationWarnings.Write(page, result);
            SummaryTiles.Write(page, result, overview);
            MarginConcentration.Write(page, result, overview);
            AccountsTable.Write(page, result, overview);
            LossDistributions.Write(page, result);
            GreeksByUnderlying.Write(page, result);
            CalibrationSection.Write(page, result);
            Notes.Write(page, result);
            Method.Write(page, result, overview);
            Manifest.Write(page, digest, manifestJson);
        }
    }
}

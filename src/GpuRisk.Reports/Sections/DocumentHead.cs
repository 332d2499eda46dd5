using GpuRisk.Domain.Measures;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Sections;

/// <summary>The head of the page. Its policy lets run and style only what is in the page itself, and lets nothing load.</summary>
internal static class DocumentHead
{
    public static void Write(MarkupWriter page, RunResult result, Asset style, Asset script)
    {
        using (page.In("head"))
        {
            page.Empty("meta", ("charset", "utf-8"));
            page.Empty(
                "meta", ("http-equiv", "Content-Security-Policy"),
                ("content", $"default-src 'none'; style-src {style.Hash}; script-src {script.Hash}; base-uri 'none'; form-action 'none'"));
            page.Empty("meta", ("name", "referrer"), ("content", "no-referrer"));
            page.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            page.Leaf("title", $"{result.Book}: margin report");
            using (page.In("style"))
                page.Constant(style.Text);
        }
    }
}

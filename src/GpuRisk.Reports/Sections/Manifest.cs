using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Sections;

/// <summary>What an outsider needs to repeat the run: the full digest and the manifest as it was written.</summary>
internal static class Manifest
{
    public static void Write(MarkupWriter page, string digest, string manifestJson)
    {
        using (page.In("section", ("id", "manifest")))
        {
            page.Leaf("h2", "Manifest");
            using (page.In("p", ("class", "lead-in")))
            {
                page.Text("Digest of the results: ");
                page.Leaf("code", digest, ("id", "digest"));
            }
            using (page.In("details"))
            {
                page.Leaf("summary", "Inputs, settings, version and times (JSON)");
                using (page.ScrollBox("Manifest"))
                    page.Leaf("pre", manifestJson.Replace("\r\n", "\n", StringComparison.Ordinal));
            }
        }
    }
}

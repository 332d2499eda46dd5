using System.Xml.Linq;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Reports.Tests;

public sealed class HostileTextTests
{
    private const string Script = "<script>alert(1)</script>";

    public static TheoryData<string> Names =>
    [
        Script,
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "]]></style></script><svg onload=alert(1)>",
        "&lt;b&gt; &amp;",
        "<!-- a comment",
        "Ωμέγα 基金 🜚 and a\u202Ereversed tail",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_name_appears_as_text_and_adds_no_element(string name)
    {
        Page plain = new(Everywhere("plain")), hostile = new(Everywhere(name), digest: name, manifest: name);
        Assert.Contains(name, hostile.BodyText, StringComparison.Ordinal);
        Assert.Equal(
            plain.Document.Descendants().Select(element => element.Name.LocalName),
            hostile.Document.Descendants().Select(element => element.Name.LocalName));
        Assert.Equal(name, hostile.AccountRows[0][0]);
        Assert.Equal(name, hostile.ById("digest").Value);
        Assert.Equal(name, hostile.ById("manifest").Descendants("pre").Single().Value);
    }

    [Fact]
    public void No_attribute_is_an_event_handler()
    {
        Page page = new(Everywhere("' onmouseover=\"alert(1)\" x='"));
        Assert.DoesNotContain(
            page.Document.Descendants().Attributes(),
            attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("bell\u0007", "bell\u2407")]
    [InlineData("nul\0", "nul\u2400")]
    [InlineData("delete\u007F", "delete\u2421")]
    [InlineData("c1\u0085", "c1\uFFFD")]
    [InlineData("non-character\uFFFE", "non-character\uFFFD")]
    public void Characters_that_markup_forbids_are_made_visible(string name, string shown) =>
        Assert.Equal(shown, new Page(Everywhere(name)).AccountRows[0][0]);

    [Fact]
    public void Half_a_surrogate_pair_is_made_visible()
    {
        // Not a theory's data: a lone surrogate does not survive the runner's own encoding.
        Assert.Equal("half\uFFFD", new Page(Everywhere("half\uD83D")).AccountRows[0][0]);
        Assert.Equal("\uFFFDhalf", new Page(Everywhere("\uDE00half")).AccountRows[0][0]);
    }

    [Fact]
    public void A_name_of_ten_thousand_characters_is_cut_in_pictures_and_whole_in_the_table()
    {
        string name = string.Concat(Enumerable.Repeat("é🜚", 5_000));
        Page page = new(Everywhere(name));
        Assert.Equal(name, page.AccountRows[0][0]);
        string drawn = string.Concat(page.ById("concentration").Descendants()
            .Where(element => Page.HasClass(element, "bar-name")).Nodes().OfType<XText>().Select(text => text.Value));
        Assert.EndsWith("…", drawn, StringComparison.Ordinal);
        Assert.InRange(drawn.Length, 20, 60);
    }

    [Fact]
    public void An_empty_name_is_a_dash_that_says_so()
    {
        Page page = new(Everywhere(""));
        Assert.Equal("–", page.AccountRows[0][0]);
        Assert.Contains("The name is empty.", page.Source, StringComparison.Ordinal);
    }

    /// <summary>A run that says <paramref name="name"/> wherever a run can say anything.</summary>
    private static RunResult Everywhere(string name)
    {
        EsComponent[] components = [new EsComponent(name, name, 70), new EsComponent(name, name, -7)];
        return SampleRun.WithDistribution(name, SampleRun.HeavyTailed(1_000, 100), components) with
        {
            Book = name,
            Currency = name,
            Model = name,
            Accelerator = name,
            Precision = name,
            Notes = [name],
            Calibration = SampleCalibration.Saying(name),
            Failures = [new PricingFailure(name, name)],
        };
    }
}

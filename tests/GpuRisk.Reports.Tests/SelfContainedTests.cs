using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Reports.Tests;

public sealed partial class SelfContainedTests
{
    private static readonly RunResult Run =
        SampleRun.WithDistribution("A", SampleRun.HeavyTailed(1_000, 1e6), new EsComponent("BTC-PERPETUAL", "BTC", 3e6)) with
        {
            Calibration = SampleCalibration.Of(4),
        };

    [Fact]
    public void The_page_names_no_address_but_the_namespace_of_svg()
    {
        string source = new Page(Run).Source.Replace("xmlns=\"http://www.w3.org/2000/svg\"", "", StringComparison.Ordinal);
        Assert.DoesNotContain("://", source, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", source, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", source, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void No_element_refers_to_anything_outside()
    {
        string[] loading = ["src", "href", "srcset", "action", "data", "poster", "background", "style"];
        Assert.DoesNotContain(new Page(Run).Document.Descendants().Attributes(), attribute => loading.Contains(attribute.Name.LocalName));
    }

    [Theory]
    [InlineData("style", "style-src")]
    [InlineData("script", "script-src")]
    public void The_policy_allows_exactly_the_content_that_the_page_holds(string tag, string directive)
    {
        Page page = new(Run);
        // The hash is over the element's characters as an HTML parser sees them, which are the source's own.
        int start = page.Source.IndexOf($"<{tag}>", StringComparison.Ordinal) + tag.Length + 2;
        string content = page.Source[start..page.Source.IndexOf($"</{tag}>", start, StringComparison.Ordinal)];
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        string policy = page.Document.Descendants("meta").Single(meta => (string?)meta.Attribute("http-equiv") is not null).Attribute("content")!.Value;
        Assert.Contains($"{directive} 'sha256-{hash}'", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Single(page.Document.Descendants(tag));
    }

    [Theory]
    [InlineData("innerHTML")]
    [InlineData("outerHTML")]
    [InlineData("insertAdjacentHTML")]
    [InlineData("document.write")]
    [InlineData("eval(")]
    [InlineData("fetch(")]
    public void The_script_never_parses_data_nor_loads_any(string forbidden) =>
        Assert.DoesNotContain(forbidden, new Page(Run).Document.Descendants("script").Single().Value, StringComparison.Ordinal);

    [Fact]
    public void Equal_input_gives_equal_bytes_with_line_feeds_alone()
    {
        using StringWriter other = new() { NewLine = "\r\n" };
        HtmlReport.Write(other, Run, SampleRun.Digest, SampleRun.Manifest);
        Assert.Equal(new Page(Run).Source, other.ToString());
        Assert.DoesNotContain('\r', other.ToString());
    }

    [Fact]
    public void Ids_are_unique_and_labels_find_theirs()
    {
        Page page = new(Run with { Distributions = [Run.Distributions[0], Run.Distributions[0]], Failures = [new PricingFailure("X", "no spot")] });
        string[] ids = [.. page.Document.Descendants().Attributes("id").Select(id => id.Value)];
        Assert.Equal(ids.Distinct(), ids);
        foreach (XAttribute label in page.Document.Descendants().Attributes("aria-labelledby"))
            Assert.All(label.Value.Split(' '), id => Assert.Contains(id, ids));
    }

    [Theory]
    [InlineData("ink", 4.5)]
    [InlineData("quiet", 4.5)]
    [InlineData("accent", 4.5)]
    [InlineData("tail-ink", 4.5)]
    [InlineData("alarm", 4.5)]
    [InlineData("caution", 4.5)]
    [InlineData("body-bar", 3)]
    [InlineData("tail-bar", 3)]
    public void Colours_meet_level_AA_on_white_and_on_the_wash(string name, double contrast)
    {
        string style = new Page(Run).Document.Descendants("style").Single().Value;
        Dictionary<string, double> colours = ColourVariable().Matches(style)
            .ToDictionary(match => match.Groups[1].Value, match => Luminance(match.Groups[2].Value));
        Assert.True(1.05 / (colours[name] + 0.05) >= contrast);
        Assert.True((colours["wash"] + 0.05) / (colours[name] + 0.05) >= contrast);
    }

    /// <summary>Relative luminance of sRGB, as WCAG 2 defines it.</summary>
    private static double Luminance(string hex)
    {
        double Channel(int at)
        {
            double value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Channel(0) + 0.7152 * Channel(2) + 0.0722 * Channel(4);
    }

    [GeneratedRegex("--([a-z-]+): #([0-9a-f]{6});")]
    private static partial Regex ColourVariable();
}

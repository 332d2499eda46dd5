using System.Xml;
using System.Xml.Linq;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Reports.Tests;

/// <summary>A report as text and, read back by an XML parser, as a document. A page that is not well-formed fails here.</summary>
internal sealed class Page
{
    public Page(RunResult result, string digest = SampleRun.Digest, string manifest = SampleRun.Manifest)
    {
        using StringWriter writer = new();
        HtmlReport.Write(writer, result, digest, manifest);
        Source = writer.ToString();
        using XmlReader reader = XmlReader.Create(
            new StringReader(Source), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        Document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public string Source { get; }

    public XDocument Document { get; }

    /// <summary>What a reader sees: the body's text without the script.</summary>
    public string BodyText => string.Concat(Document.Root!.Element("body")!.DescendantNodes().OfType<XText>()
        .Where(text => text.Parent!.Name.LocalName != "script").Select(text => text.Value));

    public XElement? Find(string id) => Document.Descendants().SingleOrDefault(element => (string?)element.Attribute("id") == id);

    public XElement ById(string id) => Find(id) ?? throw new InvalidOperationException($"The page has no '{id}'.");

    /// <summary>The text of every cell of a row of the accounts table, row by row.</summary>
    public IReadOnlyList<string[]> AccountRows =>
        [.. ById("accounts-table").Element("tbody")!.Elements("tr").Select(row => row.Elements().Select(cell => cell.Value).ToArray())];

    public static bool HasClass(XElement element, string name) =>
        ((string?)element.Attribute("class") ?? "").Split(' ').Contains(name);
}

using System.Security.Cryptography;
using System.Text;

namespace GpuRisk.Reports.Markup;

/// <summary>
/// The report's style or script, embedded in this assembly. <see cref="Text"/> is the element's whole content,
/// including the comments that hide it from an XML parser; <see cref="Hash"/> is what the page's content security
/// policy allows.
/// </summary>
internal sealed record Asset(string Text)
{
    public static Asset Style() => Load("report.css");

    public static Asset Script() => Load("report.js");

    /// <summary>The source expression of the content, such as <c>'sha256-...'</c>.</summary>
    public string Hash => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";

    private static Asset Load(string name)
    {
        using Stream stream = typeof(Asset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource '{name}' is not in the assembly.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        // A browser reads every line end as a line feed before it hashes.
        string content = reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
        return new Asset("/*<![CDATA[*/\n" + content + "/*]]>*/");
    }
}

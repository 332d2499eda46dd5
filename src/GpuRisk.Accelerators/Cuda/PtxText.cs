using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace GpuRisk.Accelerators.Cuda;

/// <summary>PTX with a header that says what it was built from: comments of the form <c>// source-sha256: ...</c>.</summary>
internal sealed class PtxText
{
    private const string Resource = "GpuRisk.Accelerators.Cuda.kernels.ptx";
    private const string SourceHash = "// source-sha256: ";

    public PtxText(string text)
    {
        Text = text;
        SourceSha256 = text.Split('\n').TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))
            .FirstOrDefault(line => line.StartsWith(SourceHash, StringComparison.Ordinal))?[SourceHash.Length..].Trim();
    }

    public string Text { get; }

    /// <summary>SHA-256 of the text that was compiled, lower-case hexadecimal, by <see cref="Sha256"/>; null where the header does not say.</summary>
    public string? SourceSha256 { get; }

    /// <summary>The PTX that belongs to the program.</summary>
    public static PtxText Embedded()
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource);
        if (stream is null)
            throw new AcceleratorException("cuda: the program was built without its PTX; run kernels/ptx.sh and build again.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new PtxText(reader.ReadToEnd());
    }

    /// <exception cref="AcceleratorException">It was built from another text: it would compute something else.</exception>
    public void CheckSource(string source)
    {
        if (SourceSha256 != Sha256(source))
            throw new AcceleratorException("cuda: the PTX is stale, it was not built from this program's kernels; run kernels/ptx.sh and build again.");
    }

    /// <summary>Of a text without the line feeds at its end: files have one more than constants.</summary>
    public static string Sha256(string source) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source.TrimEnd('\n'))));
}

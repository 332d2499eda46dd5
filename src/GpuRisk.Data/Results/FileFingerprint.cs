using System.Security.Cryptography;
using GpuRisk.Data.Books;

namespace GpuRisk.Data.Results;

/// <summary>A file's name, size in bytes and SHA-256 in lower-case hexadecimal.</summary>
public sealed record FileFingerprint(string File, long Bytes, string Sha256)
{
    /// <summary>Reads the whole file.</summary>
    /// <param name="name">The name to record, such as a path relative to the book.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FileFingerprint Of(string path, string name)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 20, FileOptions.SequentialScan);
        string hash = Convert.ToHexStringLower(SHA256.HashData(file));
        return new FileFingerprint(name, file.Length, hash);
    }

    /// <summary>The tables that a book's folder has, in the order in which they are read.</summary>
    public static IReadOnlyList<FileFingerprint> OfBook(string folder) =>
    [
        .. BookFiles.Present(folder).Select(name => Of(Path.Combine(folder, name), name)),
    ];
}

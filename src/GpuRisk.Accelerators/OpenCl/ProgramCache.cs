using System.Security;
using System.Security.Cryptography;

namespace GpuRisk.Accelerators.OpenCl;

/// <summary>
/// Compiled programs in a folder of the user's. Whatever is wrong with the folder or its files, the program is compiled anew: a cache
/// is never the cause of a failure.
/// </summary>
/// <param name="folder">Made when first needed; null for no cache.</param>
/// <remarks>A file: 16 bytes that say what it is, the key, SHA-256 of the content, the content.</remarks>
internal sealed class ProgramCache(string? folder)
{
    private const string Extension = ".program";

    /// <summary>Files kept: as many devices, drivers and versions as one machine sees in a long while.</summary>
    private const int MostFiles = 32;

    /// <summary>Larger files are none of ours.</summary>
    private const long LargestFile = 256L << 20;

    private static ReadOnlySpan<byte> Magic => "GpuRisk OpenCL 1"u8;

    /// <summary>The user's cache: $XDG_CACHE_HOME or ~/.cache, the local application data on Windows.</summary>
    public static ProgramCache OfUser()
    {
        string local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string cache = home.Length == 0 ? "" : Path.Combine(home, ".cache");
        if (OperatingSystem.IsWindows())
            cache = local;
        else if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } given && Path.IsPathFullyQualified(given))
            cache = given;
        return new ProgramCache(cache.Length == 0 ? null : Path.Combine(cache, "gpurisk", "opencl"));
    }

    /// <summary>The compiled program under the key, or null where there is none that is whole.</summary>
    public byte[]? Read(ProgramKey key)
    {
        if (folder is null)
            return null;
        try
        {
            var file = new FileInfo(PathOf(key));
            if (!file.Exists || file.Length > LargestFile)
                return null;
            byte[] bytes = File.ReadAllBytes(file.FullName);
            int header = Header(key, []).Length;
            if (bytes.Length <= header)
                return null;
            byte[] content = bytes[header..];
            return bytes.AsSpan(0, header).SequenceEqual(Header(key, content)) ? content : null;
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            return null;
        }
    }

    /// <summary>Puts a compiled program under the key: written aside and renamed, so that another process never reads a part.</summary>
    public void Write(ProgramKey key, byte[] content)
    {
        if (folder is null)
            return;
        string? aside = null;
        try
        {
            Directory.CreateDirectory(folder);
            aside = Path.Combine(folder, Path.GetRandomFileName());
            using (FileStream stream = File.Create(aside))
            {
                stream.Write(Header(key, content));
                stream.Write(content);
            }
            File.Move(aside, PathOf(key), overwrite: true);
            aside = null;
            Prune(folder);
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            Delete(aside);
        }
    }

    private static bool IsOfFiles(Exception e) =>
        e is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException or ArgumentException;

    private static byte[] Header(ProgramKey key, byte[] content) => [.. Magic, .. key.Hash, .. SHA256.HashData(content)];

    /// <summary>The oldest go, and with them what a process left that was stopped while it wrote.</summary>
    private static void Prune(string folder)
    {
        foreach (FileInfo old in new DirectoryInfo(folder).GetFiles().OrderByDescending(f => f.LastWriteTimeUtc).Skip(MostFiles))
            old.Delete();
    }

    private static void Delete(string? aside)
    {
        try
        {
            if (aside is not null)
                File.Delete(aside);
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            // It stays behind; the folder is a cache's.
        }
    }

    private string PathOf(ProgramKey key) => Path.Combine(folder!, key + Extension);
}

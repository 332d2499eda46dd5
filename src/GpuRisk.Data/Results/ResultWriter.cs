using GpuRisk.Domain.Measures;

namespace GpuRisk.Data.Results;

/// <summary>Writes a result into its folder.</summary>
public static class ResultWriter
{
    /// <summary>Writes the tables and then the manifest. The folder is still to be completed.</summary>
    /// <exception cref="ResultFolderException">A file cannot be written.</exception>
    public static Manifest Write(RunResult result, RunProvenance provenance, ResultFolder folder)
    {
        WriteTables(result, folder);
        return WriteManifest(result, provenance, folder);
    }

    /// <summary>Writes <c>margin.csv</c>, <c>measures.csv</c>, <c>tail.csv</c> and <c>components.csv</c>.</summary>
    /// <exception cref="ResultFolderException">A file cannot be written.</exception>
    public static void WriteTables(RunResult result, ResultFolder folder)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(folder);
        Guard(folder, () => ResultTables.Write(result, folder));
    }

    /// <summary>Writes <c>manifest.json</c> with the fingerprint of every file that the folder holds by now: call it last.</summary>
    /// <exception cref="ResultFolderException">A file cannot be written.</exception>
    public static Manifest WriteManifest(RunResult result, RunProvenance provenance, ResultFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string digest = ResultDigest.Compute(result);
        return Guard(folder, () =>
        {
            Manifest manifest = Manifest.Of(result, provenance, digest, FingerprintsOf(folder));
            ManifestWriter.Write(manifest, folder.PathOf(ResultFiles.Manifest));
            return manifest;
        });
    }

    private static List<FileFingerprint> FingerprintsOf(ResultFolder folder) =>
    [
        .. Directory.EnumerateFiles(folder.Partial)
            .Select(path => Path.GetFileName(path))
            .Where(name => name != ResultFiles.Manifest)
            .Order(StringComparer.Ordinal)
            .Select(name => FileFingerprint.Of(folder.PathOf(name), name)),
    ];

    private static void Guard(ResultFolder folder, Action write) => Guard(folder, () =>
    {
        write();
        return true;
    });

    private static T Guard<T>(ResultFolder folder, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ResultFolderException(folder.Target, $"cannot be written ({failure.Message}); a writable place with enough room is expected", failure);
        }
    }
}

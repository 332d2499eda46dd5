using GpuRisk.Data.Folders;

namespace GpuRisk.Data.Results;

/// <summary>
/// A folder of results while it is written. It lies beside its target under another name and takes the target's name
/// when it is complete; until then, and when the run fails or is killed, whatever bore that name before still does.
/// </summary>
/// <example><code>
/// using ResultFolder folder = ResultFolder.Begin(target);
/// ResultWriter.WriteTables(result, folder);
/// ResultWriter.WriteManifest(result, provenance, ResultDigest.Compute(result), folder);
/// folder.Complete();
/// </code></example>
public sealed class ResultFolder : IDisposable
{
    private readonly StagedFolder staged;
    private readonly Dictionary<string, FileFingerprint> fingerprints = new(StringComparer.Ordinal);

    private ResultFolder(StagedFolder staged)
    {
        this.staged = staged;
    }

    /// <summary>The name the folder will bear, as a full path.</summary>
    public string Target => staged.Target;

    /// <summary>Where the files lie until then.</summary>
    internal string Partial => staged.Partial;

    /// <summary>Starts a folder, and removes what killed runs left for the same target.</summary>
    /// <param name="target">In an existing, writable folder. New, empty or an earlier result, which it will replace.</param>
    /// <exception cref="ResultFolderException">The target cannot be used: one clear line says why.</exception>
    public static ResultFolder Begin(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new ResultFolder(StagedFolder.Begin(target, Objection));
    }

    /// <summary>Where a file of this result is to be written.</summary>
    /// <param name="fileName">A plain name, without a folder.</param>
    public string PathOf(string fileName)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        if (Path.GetFileName(fileName) != fileName || fileName is "." or "..")
            throw new ArgumentException($"'{fileName}' is not the plain name of a file.", nameof(fileName));
        return Path.Combine(staged.Partial, fileName);
    }

    /// <summary>The fingerprint of a file, taken once: from then on the file stays as it is.</summary>
    /// <exception cref="ResultFolderException">The file cannot be read.</exception>
    internal FileFingerprint FingerprintOf(string fileName)
    {
        if (!fingerprints.TryGetValue(fileName, out FileFingerprint? known))
            fingerprints.Add(fileName, known = Guard(() => FileFingerprint.Of(PathOf(fileName), fileName)));
        return known;
    }

    /// <exception cref="ResultFolderException">The disk does not take what is written.</exception>
    internal void Guard(Action write) => Guard(() =>
    {
        write();
        return true;
    });

    /// <exception cref="ResultFolderException">The disk does not take what is written.</exception>
    internal T Guard<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception failure) when (DiskFailure.Is(failure))
        {
            throw new ResultFolderException(Target, $"cannot be written ({DiskFailure.Reason(failure)}); a writable place with enough room is expected", failure);
        }
    }

    /// <summary>Makes the files durable and renames the folder to its target.</summary>
    /// <exception cref="InvalidOperationException">The manifest has not been written: the result is not complete.</exception>
    /// <exception cref="ResultFolderException">The target cannot be written to; it is as it was.</exception>
    public void Complete()
    {
        if (!File.Exists(PathOf(ResultFiles.Manifest)))
            throw new InvalidOperationException($"A result is complete when {ResultFiles.Manifest} has been written.");
        staged.Complete();
    }

    /// <summary>Removes the folder unless it is complete.</summary>
    public void Dispose() => staged.Dispose();

    /// <summary>An earlier result is deleted when it is replaced, so a folder that holds anything else is not one.</summary>
    private static string? Objection(string target)
    {
        if (!File.Exists(Path.Combine(target, ResultFiles.Manifest)))
            return $"holds other files and no {ResultFiles.Manifest}; a folder that is new, empty or an earlier result is expected";
        string? stranger = Directory.EnumerateFileSystemEntries(target)
            .Select(path => Path.GetFileName(path))
            .Where(name => !ResultFiles.All.Contains(name, StringComparer.Ordinal))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
        return stranger is null ? null : $"holds {stranger}, which is no file of a result; a folder that is new, empty or an earlier result is expected";
    }
}

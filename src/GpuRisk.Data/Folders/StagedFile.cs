using System.Security.Cryptography;
using GpuRisk.Data.Results;

namespace GpuRisk.Data.Folders;

/// <summary>A file that is written aside, as <c>.name.partial-XXXXXXXX</c> next to its target, and renamed to the target when complete.</summary>
internal sealed class StagedFile : IDisposable
{
    private const string Taken = "exists; the name of a new file is expected";

    private readonly string target;
    private readonly Func<string, string?> objection;
    private bool done;

    private StagedFile(string target, string partial, Func<string, string?> objection)
    {
        this.target = target;
        this.objection = objection;
        Partial = partial;
    }

    /// <summary>Where the file lies until it is complete.</summary>
    public string Partial { get; }

    /// <exception cref="ResultFolderException">The target exists, or its folder does not.</exception>
    public static StagedFile Begin(string target) => Begin(target, static _ => Taken);

    /// <param name="objection">Given an existing target: why it may not be replaced, or null where it may.</param>
    /// <exception cref="ResultFolderException">The target may not be replaced, or its folder does not exist.</exception>
    public static StagedFile Begin(string target, Func<string, string?> objection)
    {
        FolderNames names = FolderNames.Of(target);
        MayReplace(names.Target, objection);
        return new StagedFile(names.Target, names.Partial(RandomNumberGenerator.GetHexString(8, lowercase: true)), objection);
    }

    /// <summary>Makes the file durable and gives it its name.</summary>
    /// <exception cref="ResultFolderException">The target cannot be written to.</exception>
    public void Complete()
    {
        ObjectDisposedException.ThrowIf(done, this);
        bool replaces = MayReplace(target, objection);
        try
        {
            using (FileStream file = new(Partial, FileMode.Open, FileAccess.ReadWrite))
                file.Flush(flushToDisk: true);
            File.Move(Partial, target, overwrite: replaces);
            done = true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw !replaces && Path.Exists(target)
                ? new ResultFolderException(target, Taken, failure)
                : new ResultFolderException(target, $"cannot be written ({failure.Message}); a writable place is expected", failure);
        }
    }

    /// <summary>Removes an incomplete file.</summary>
    public void Dispose()
    {
        if (done)
            return;
        done = true;
        LeftoverSweep.TryRemove(() => File.Delete(Partial));
    }

    /// <returns>True where there is something that may be replaced, false where there is nothing.</returns>
    private static bool MayReplace(string target, Func<string, string?> objection)
    {
        if (!Path.Exists(target))
            return false;
        return objection(target) is { } reason ? throw new ResultFolderException(target, reason) : true;
    }
}

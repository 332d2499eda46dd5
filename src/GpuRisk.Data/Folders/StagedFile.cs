using System.Security.Cryptography;
using GpuRisk.Data.Results;

namespace GpuRisk.Data.Folders;

/// <summary>A file that is written aside, as <c>.name.partial-XXXXXXXX</c> next to its target, and renamed to the target when complete.</summary>
internal sealed class StagedFile : IDisposable
{
    private const string Taken = "exists; the name of a new file is expected";

    private readonly string target;
    private bool done;

    private StagedFile(string target, string partial)
    {
        this.target = target;
        Partial = partial;
    }

    /// <summary>Where the file lies until it is complete.</summary>
    public string Partial { get; }

    /// <exception cref="ResultFolderException">The target exists, or its folder does not.</exception>
    public static StagedFile Begin(string target)
    {
        FolderNames names = FolderNames.Of(target);
        if (Path.Exists(names.Target))
            throw new ResultFolderException(names.Target, Taken);
        return new StagedFile(names.Target, names.Partial(RandomNumberGenerator.GetHexString(8, lowercase: true)));
    }

    /// <summary>Makes the file durable and gives it its name.</summary>
    /// <exception cref="ResultFolderException">The target cannot be written to.</exception>
    public void Complete()
    {
        ObjectDisposedException.ThrowIf(done, this);
        try
        {
            using (FileStream file = new(Partial, FileMode.Open, FileAccess.ReadWrite))
                file.Flush(flushToDisk: true);
            File.Move(Partial, target, overwrite: false);
            done = true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Path.Exists(target)
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
}

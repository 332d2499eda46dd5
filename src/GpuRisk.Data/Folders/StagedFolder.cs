using System.Security.Cryptography;
using GpuRisk.Data.Results;

namespace GpuRisk.Data.Folders;

/// <summary>
/// A folder that is written aside, as <c>.name.partial-XXXXXXXX</c> next to its target, and renamed to the target when
/// complete: at no moment does an incomplete folder bear the target's name. While it is open, a lock file beside it is
/// held; the system releases the lock when a process dies, so that leftovers of killed processes are told from the
/// work of living ones, other containers on the same disk included.
/// </summary>
internal sealed class StagedFolder : IDisposable
{
    private readonly FolderNames names;
    private readonly string token;
    private readonly FileStream heldLock;
    private readonly Func<string, string?> objection;
    private bool done;

    private StagedFolder(FolderNames names, string token, FileStream heldLock, Func<string, string?> objection)
    {
        this.names = names;
        this.token = token;
        this.heldLock = heldLock;
        this.objection = objection;
    }

    public string Target => names.Target;

    /// <summary>Where the files lie until the folder is complete.</summary>
    public string Partial => names.Partial(token);

    /// <param name="objection">Given an existing, non-empty target: why it may not be replaced, or null where it may.</param>
    /// <exception cref="ResultFolderException">The target cannot be written to.</exception>
    public static StagedFolder Begin(string target, Func<string, string?> objection)
    {
        FolderNames names = FolderNames.Of(target);
        try
        {
            LeftoverSweep.Run(names);
            RefuseOccupied(names.Target, objection);
            string token = RandomNumberGenerator.GetHexString(8, lowercase: true);
            StagedFolder folder = new(names, token, FolderLock.Take(names.Lock(token)), objection);
            folder.CreatePartial();
            return folder;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(names.Target, failure);
        }
    }

    /// <summary>Makes the files durable and gives the folder its name. What bore the name before is deleted afterwards.</summary>
    /// <exception cref="ResultFolderException">The target cannot be written to; it is as it was.</exception>
    public void Complete()
    {
        ObjectDisposedException.ThrowIf(done, this);
        try
        {
            RefuseOccupied(Target, objection);
            FlushFiles();
            Promote();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(Target, failure);
        }

        done = true;
        heldLock.Dispose();
    }

    /// <summary>Removes an incomplete folder.</summary>
    public void Dispose()
    {
        if (done)
            return;
        done = true;
        LeftoverSweep.TryRemove(() => Directory.Delete(Partial, recursive: true));
        heldLock.Dispose();
    }

    private void CreatePartial()
    {
        try
        {
            Directory.CreateDirectory(Partial);
        }
        catch
        {
            heldLock.Dispose();
            throw;
        }
    }

    private void Promote()
    {
        string replaced = names.Replaced(token);
        bool replaces = Directory.Exists(Target);
        if (replaces)
            Directory.Move(Target, replaced);
        try
        {
            Directory.Move(Partial, Target);
        }
        catch (Exception failure) when (replaces && (failure is IOException or UnauthorizedAccessException))
        {
            Directory.Move(replaced, Target);
            throw;
        }

        if (replaces)
            LeftoverSweep.TryRemove(() => Directory.Delete(replaced, recursive: true));
    }

    private void FlushFiles()
    {
        foreach (string path in Directory.EnumerateFiles(Partial, "*", SearchOption.AllDirectories))
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite);
            file.Flush(flushToDisk: true);
        }
    }

    private static void RefuseOccupied(string target, Func<string, string?> objection)
    {
        if (File.Exists(target))
            throw new ResultFolderException(target, "is a file; a folder that is new, empty or of the same sort is expected");
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() && objection(target) is { } reason)
            throw new ResultFolderException(target, reason);
    }

    private static ResultFolderException Unwritable(string target, Exception cause) =>
        new(target, $"cannot be written ({cause.Message}); a writable place is expected", cause);
}

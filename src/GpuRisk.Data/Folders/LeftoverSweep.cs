namespace GpuRisk.Data.Folders;

/// <summary>
/// Removes what killed processes left beside a target. A folder that was moved aside and never replaced is the last
/// complete one: it gets its name back.
/// </summary>
internal static class LeftoverSweep
{
    public static void Run(FolderNames names)
    {
        foreach (string sibling in Directory.GetDirectories(names.Parent))
        {
            string name = Path.GetFileName(sibling);
            if (name.StartsWith(names.ReplacedPrefix, StringComparison.Ordinal))
                Sweep(names.Lock(name[names.ReplacedPrefix.Length..]), () => RestoreOrDelete(sibling, names.Target));
            else if (name.StartsWith(names.PartialPrefix, StringComparison.Ordinal))
                Sweep(names.Lock(name[names.PartialPrefix.Length..]), () => Directory.Delete(sibling, recursive: true));
        }
    }

    /// <summary>True where the removal succeeded.</summary>
    public static bool TryRemove(Action remove)
    {
        try
        {
            remove();
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Another process was faster, or the leftover belongs to another user: the next run tries again.
            return false;
        }
    }

    private static void Sweep(string lockPath, Action remove)
    {
        using FileStream? free = FolderLock.TakeIfFree(lockPath);
        if (free is not null)
            TryRemove(remove);
    }

    private static void RestoreOrDelete(string replaced, string target)
    {
        if (Directory.Exists(target))
            Directory.Delete(replaced, recursive: true);
        else
            Directory.Move(replaced, target);
    }
}

namespace GpuRisk.Data.Folders;

/// <summary>A file held open by the process that owns a staged folder; it vanishes when it is closed.</summary>
internal static class FolderLock
{
    private const int SmallestBuffer = 1;

    public static FileStream Take(string path) =>
        new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, SmallestBuffer, FileOptions.DeleteOnClose);

    /// <summary>The lock of a folder whose owner is gone; null where the owner lives.</summary>
    public static FileStream? TakeIfFree(string path)
    {
        try
        {
            return Take(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

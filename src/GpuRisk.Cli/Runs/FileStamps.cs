using GpuRisk.Data.Books;

namespace GpuRisk.Cli.Runs;

/// <summary>Length and time of the last change of a book's files: tells whether they were replaced while they were read.</summary>
internal static class FileStamps
{
    public static (string Name, long Length, DateTime Changed)[] Of(string folder) =>
    [
        .. BookFiles.Present(folder)
            .Select(name => new FileInfo(Path.Combine(folder, name)))
            .Where(file => file.Exists)
            .Select(file => (file.Name, file.Length, file.LastWriteTimeUtc)),
    ];
}

using GpuRisk.Data.Books;
using GpuRisk.Domain.Input;

namespace GpuRisk.Cli.Runs;

/// <summary>Length and time of the last change of a file.</summary>
internal readonly record struct FileStamp(string Name, long Length, DateTime Changed)
{
    public bool IsArrow => Name.EndsWith(".arrow", StringComparison.Ordinal);
}

/// <summary>Tells whether a book's files were replaced while they were in use.</summary>
internal static class FileStamps
{
    public static FileStamp[] Of(string folder) =>
    [
        .. BookFiles.Present(folder)
            .Select(name => new FileInfo(Path.Combine(folder, name)))
            .Where(file => file.Exists)
            .Select(file => new FileStamp(file.Name, file.Length, file.LastWriteTimeUtc)),
    ];

    /// <exception cref="InvalidInputException">A file is not the one that was stamped, has gone or has come.</exception>
    public static void RequireUnchanged(string folder, FileStamp[] stamps) => Require(folder, Of(folder).SequenceEqual(stamps));

    /// <summary>The same of the files that a run uses where they lie; those that it has read may change.</summary>
    /// <exception cref="InvalidInputException">Such a file is not the one that was stamped, or has gone.</exception>
    public static void RequireUnchangedInPlace(string folder, FileStamp[] stamps) =>
        Require(folder, !stamps.Where(stamp => stamp.IsArrow).Except(Of(folder)).Any());

    private static void Require(string folder, bool unchanged)
    {
        if (!unchanged)
            throw new InvalidInputException(new InputProblem(folder, 1, 1, "its files changed while they were read; expected a book that stays as it is"));
    }
}

using GpuRisk.Data.Results;
using GpuRisk.Domain.Input;

namespace GpuRisk.Cli.Runs;

/// <summary>Files as a manifest recorded them, against files as they are.</summary>
internal static class RecordedFiles
{
    /// <param name="ownFile">Where the file of scenarios or of the model is now; null where the run read none.</param>
    /// <exception cref="InvalidInputException">An input is missing or is not the one that was read.</exception>
    public static void CheckInputs(Manifest manifest, string folder, string? ownFile)
    {
        // It comes after the book's tables, one of which may bear the same name.
        bool hasOwn = (manifest.ShocksFile ?? manifest.ModelFile) is not null && manifest.Inputs.Count > 0;
        FileFingerprint? own = hasOwn ? manifest.Inputs[^1] : null;
        IReadOnlyList<InputProblem> problems = Compare(
            manifest.Inputs, file => ReferenceEquals(file, own) && ownFile is not null ? ownFile : Path.Combine(folder, file.File));
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
    }

    public static IReadOnlyList<InputProblem> Compare(IReadOnlyList<FileFingerprint> recorded, Func<FileFingerprint, string> locate)
    {
        List<InputProblem> problems = [];
        foreach (FileFingerprint file in recorded)
        {
            string path = locate(file);
            try
            {
                if (FileFingerprint.Of(path, file.File) != file)
                    problems.Add(new InputProblem(path, 1, 1, "the file has changed; expected the SHA-256 and size of the manifest"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                problems.Add(new InputProblem(path, 1, 1, "the file cannot be read; expected the file that the manifest records"));
            }
        }
        return problems;
    }
}

namespace GpuRisk.Data.Input;

/// <summary>Whether a file is there, can be opened and holds something.</summary>
internal static class ReadableFile
{
    /// <param name="whenEmpty">The problem of a file without a byte.</param>
    /// <param name="use">Opens the file; what it throws of missing or locked files becomes a problem.</param>
    /// <returns>What <paramref name="use"/> returned; false where it could not be called to the end, and the problem is then on the list.</returns>
    public static bool Use(string path, string whenEmpty, FileProblems problems, Func<bool> use)
    {
        try
        {
            // Told without opening: a pipe has no length, and opening it would wait for whoever writes into it.
            if (new FileInfo(path) is { Exists: true, Length: 0 })
            {
                problems.Add(whenEmpty);
                return false;
            }

            return use();
        }
        catch (FileNotFoundException)
        {
            problems.Add("the file is missing; a readable file is expected");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add(Directory.Exists(path)
                ? "this is a folder; a readable file is expected"
                : $"the file cannot be read ({failure.Message}); a readable file is expected");
        }

        return false;
    }
}

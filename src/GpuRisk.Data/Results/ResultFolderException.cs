namespace GpuRisk.Data.Results;

/// <summary>
/// A folder that output is to be written to cannot be used. The message is one line for the user,
/// <c>path: what is wrong; what is expected</c>.
/// </summary>
public sealed class ResultFolderException : Exception
{
    public ResultFolderException(string folder, string problem, Exception? cause = null)
        : base($"{folder}: {problem}".ReplaceLineEndings(" "), cause)
    {
        Folder = folder;
    }

    public string Folder { get; }
}

using GpuRisk.Data.Results;

namespace GpuRisk.Data.Folders;

/// <summary>The names that belong to one target: all are siblings of it, so that a rename never copies.</summary>
internal sealed record FolderNames(string Parent, string Name)
{
    public string Target => Path.Combine(Parent, Name);

    public string PartialPrefix => $".{Name}.partial-";

    public string ReplacedPrefix => $".{Name}.replaced-";

    public string Partial(string token) => Path.Combine(Parent, PartialPrefix + token);

    /// <summary>Where the folder that bore the target's name waits while the new one takes it.</summary>
    public string Replaced(string token) => Path.Combine(Parent, ReplacedPrefix + token);

    public string Lock(string token) => Path.Combine(Parent, $".{Name}.lock-{token}");

    /// <exception cref="ResultFolderException">The path has no name or no parent folder.</exception>
    public static FolderNames Of(string target)
    {
        if (string.IsNullOrWhiteSpace(target) || target.Contains('\0', StringComparison.Ordinal))
            throw new ResultFolderException("''", "is not a path; the name of a folder is expected");
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        string? parent = Path.GetDirectoryName(full);
        string name = Path.GetFileName(full);
        if (parent is null || name.Length == 0)
            throw new ResultFolderException(full, "is the root of a disk; a folder within an existing one is expected");
        if (!Directory.Exists(parent))
            throw new ResultFolderException(full, $"its parent folder {parent} does not exist; an existing folder is expected");
        return new FolderNames(parent, name);
    }
}

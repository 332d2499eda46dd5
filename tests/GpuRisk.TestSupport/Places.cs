namespace GpuRisk.TestSupport;

/// <summary>Where tests find the repository and the third-party reference data that lies beside it.</summary>
public static class Places
{
    public static string Repository { get; } = FindRepository();

    /// <summary>The folder of third-party numbers; its files are read in place and never copied.</summary>
    public static string SharedData { get; } = Path.GetFullPath(Path.Combine(Repository, "..", "shared", "data"));

    /// <summary>Why a test that needs <paramref name="relative"/> cannot run, or null where the file is there.</summary>
    public static string? Missing(string relative) =>
        File.Exists(Path.Combine(SharedData, relative)) ? null : $"Reference data '{relative}' is not in {SharedData}.";

    public static string Shared(string relative) => Path.Combine(SharedData, relative);

    private static string FindRepository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GpuRisk.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("GpuRisk.sln is in no folder above the tests.");
    }
}

namespace GpuRisk.Data.Tests;

/// <summary>A folder of its own for one test, removed with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("gpurisk-data-").FullName;

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public IEnumerable<string> Entries() => Directory.EnumerateFileSystemEntries(Path).Select(path => System.IO.Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

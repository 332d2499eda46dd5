using GpuRisk.Data.Results;

namespace GpuRisk.Data.Columnar;

/// <summary>What the schema of an Arrow file of this product says of the file: which table it is, and the version that wrote it.</summary>
internal static class TableMetadata
{
    public static KeyValuePair<string, string>[] Of(string table) => [new("gpurisk.table", table), new("gpurisk.version", ProductVersion.Current)];
}

using GpuRisk.Data.Columnar;
using GpuRisk.Data.Csv;
using GpuRisk.Data.Input;

namespace GpuRisk.Data.Tables;

/// <summary>Opens a table by the extension of its file: <c>.arrow</c>, or else CSV.</summary>
internal static class TableFile
{
    public const string ArrowExtension = ".arrow";

    public static bool IsArrow(string path) => Path.GetExtension(path).Equals(ArrowExtension, StringComparison.OrdinalIgnoreCase);

    /// <returns>Null where there is no table; the problem is then on the list.</returns>
    public static Table? Open(string path, FileProblems problems) =>
        IsArrow(path) ? ArrowTable.Open(path, problems) : CsvTable.Open(path, problems);
}

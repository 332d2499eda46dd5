using GpuRisk.Data.Csv;
using GpuRisk.Data.Input;

namespace GpuRisk.Data.Tables;

/// <summary>Opens a table by the extension of its file.</summary>
internal static class TableFile
{
    /// <returns>Null where there is no table; the problem is then on the list.</returns>
    public static Table? Open(string path, FileProblems problems) => CsvTable.Open(path, problems);
}

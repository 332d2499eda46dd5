namespace GpuRisk.Data.Tables;

/// <summary>What the cells of a column are.</summary>
internal enum CellSort
{
    /// <summary>Names and words.</summary>
    Text,
    Number,
    Instant,
    Date,
}

/// <summary>A column that a table is expected to have.</summary>
internal readonly record struct TableColumn(string Name, CellSort Sort);

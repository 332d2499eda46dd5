namespace GpuRisk.Data.Conversion;

/// <summary>The form of a table's file.</summary>
public enum TableFormat
{
    Csv,
    Arrow,
}

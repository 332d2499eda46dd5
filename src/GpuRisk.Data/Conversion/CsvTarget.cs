using CsvHelper;
using GpuRisk.Data.Csv;
using GpuRisk.Data.Tables;

namespace GpuRisk.Data.Conversion;

/// <summary>A table as CSV, in the one dialect and the spellings of every table that is written.</summary>
internal sealed class CsvTarget : TableTarget
{
    private readonly CsvWriter writer;

    public CsvTarget(string path, TableColumn[] columns)
    {
        writer = CsvWriter.ToFile(path, CsvFormat.Writing);
        foreach (TableColumn column in columns)
            writer.WriteName(column.Name);
        writer.EndRecord();
    }

    public override void WriteText(int field, string text) => writer.WriteName(text);

    public override void WriteNumber(int field, double number) => writer.WriteFinite(number);

    public override void WriteInstant(int field, DateTimeOffset instant) => writer.WriteInstant(instant);

    public override void WriteDate(int field, DateOnly date) => writer.WriteField(date);

    public override void WriteEmpty(int field) => writer.WriteEmpty();

    public override void EndRow() => writer.EndRecord();

    public override void Complete()
    {
    }

    protected override void Dispose(bool disposing) => writer.Dispose();
}

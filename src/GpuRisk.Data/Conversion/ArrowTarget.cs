using GpuRisk.Arrow;
using GpuRisk.Arrow.Ipc;
using GpuRisk.Data.Columnar;
using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;

namespace GpuRisk.Data.Conversion;

/// <summary>A table as an Arrow file of one batch, so that a reader can use its columns where they lie.</summary>
internal sealed class ArrowTarget : TableTarget
{
    private readonly string path, name;
    private readonly TableColumn[] columns;
    private readonly ColumnBuilder[] builders;
    private readonly FileProblems problems;
    private int rows;

    /// <param name="known">Names that the dictionary of a column begins with, by the column's name.</param>
    public ArrowTarget(string path, string name, TableColumn[] columns, IReadOnlyDictionary<string, IReadOnlyList<string>> known, FileProblems problems)
    {
        this.path = path;
        this.name = name;
        this.columns = columns;
        this.problems = problems;
        builders = [.. columns.Select(column => (ColumnBuilder)(column.Sort switch
        {
            CellSort.Text => new TextBuilder(known.GetValueOrDefault(column.Name) ?? []),
            CellSort.Number => new NumberBuilder(),
            CellSort.Instant => new InstantBuilder(),
            _ => new DateBuilder(),
        }))];
    }

    /// <summary>The different texts of a column, in order of first appearance.</summary>
    public IReadOnlyList<string> TextsOf(string column) =>
        ((TextBuilder)builders[System.Array.FindIndex(columns, known => known.Name == column)]).Texts;

    public override void WriteText(int field, string text) => ((TextBuilder)builders[field]).Append(text);

    public override void WriteNumber(int field, double number) => ((NumberBuilder)builders[field]).Append(number);

    public override void WriteInstant(int field, DateTimeOffset instant) => ((InstantBuilder)builders[field]).Append(instant);

    public override void WriteDate(int field, DateOnly date) => ((DateBuilder)builders[field]).Append(date);

    public override void WriteEmpty(int field) => builders[field].AppendEmpty();

    public override void EndRow() => rows++;

    public override void Complete()
    {
        List<IArrowArray> arrays = [];
        for (int field = 0; field < builders.Length; field++)
        {
            if (builders[field].Build(columns[field].Name, problems) is not { } array)
                return;
            arrays.Add(array);
        }

        Schema schema = new(
            columns.Zip(arrays, (column, array) => new Field(column.Name, array.Data.DataType, nullable: true)),
            TableMetadata.Of(name));
        using ArrowFileWriter writer = new(File.Create(path), schema);
        writer.WriteRecordBatch(new RecordBatch(schema, arrays, rows));
        writer.WriteEnd();
    }

    protected override void Dispose(bool disposing)
    {
    }
}

using GpuRisk.Arrow;
using GpuRisk.Arrow.Ipc;
using GpuRisk.Data.Columnar;

namespace GpuRisk.Data.Results.Tables;

/// <summary>Writes rows as an Arrow file, batch by batch: no more than one batch is held. Equal rows give equal bytes.</summary>
internal sealed class TableWriter : IDisposable
{
    /// <summary>Rows a batch: some 20 MB of a table of four columns.</summary>
    public const int BatchRows = 1 << 20;

    private readonly ResultColumn[] columns;
    private readonly Schema schema;
    private readonly ArrowFileWriter file;
    private int rows;

    /// <param name="table">The table's name, for the schema.</param>
    public TableWriter(string path, string table, params ResultColumn[] columns)
    {
        this.columns = columns;
        schema = new Schema(columns.Select(column => column.Field), TableMetadata.Of(table));
        file = new ArrowFileWriter(File.Create(path), schema);
    }

    /// <summary>Every column has got the value of the row.</summary>
    public void EndRow()
    {
        if (++rows == BatchRows)
            WriteBatch();
    }

    /// <summary>Writes the rows that are left and the end of the file.</summary>
    public void Complete()
    {
        if (rows > 0)
            WriteBatch();
        file.WriteEnd();
    }

    public void Dispose() => file.Dispose();

    private void WriteBatch()
    {
        file.WriteRecordBatch(new RecordBatch(schema, columns.Select(column => column.Build()), rows));
        rows = 0;
    }
}

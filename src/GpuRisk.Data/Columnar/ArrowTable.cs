using System.Globalization;
using GpuRisk.Arrow;
using GpuRisk.Arrow.Ipc;
using GpuRisk.Arrow.Types;
using GpuRisk.Data.Csv;
using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;

namespace GpuRisk.Data.Columnar;

/// <summary>
/// Reads a table from an Arrow file, which is mapped into memory and not copied. Rows count from 1 through all batches; a problem of a
/// column as a whole stands at row 1.
/// </summary>
internal sealed class ArrowTable : Table
{
    private const string Expected = "a file in the Arrow IPC file format is expected";

    private readonly ArrowFileReader reader;
    private readonly ArrowColumn[] columns;
    private RecordBatch? batch;
    private int rowsBefore, row;
    private bool released;

    private ArrowTable(ArrowFileReader reader, FileProblems problems)
        : base(problems)
    {
        this.reader = reader;
        columns = [.. reader.Schema.FieldsList.Select(field => ArrowColumn.Of(field.DataType))];
        Header = [.. reader.Schema.FieldsList.Select(field => field.Name)];
    }

    public override int Line => batch is null ? 1 : rowsBefore + Math.Clamp(row, 0, Math.Max(0, batch.Length - 1)) + 1;

    public override string LineWord => "row";

    public ArrowFileReader Reader => reader;

    /// <returns>Null where there is no table; the problem is then on the list.</returns>
    public static ArrowTable? Open(string path, FileProblems problems)
    {
        ArrowTable? table = null;
        ReadableFile.Use(path, $"the file is empty; {Expected}", problems, () =>
        {
            table = Map(path, problems);
            return table is not null;
        });
        return table;
    }

    /// <summary>Moves to the next row.</summary>
    public override bool Read()
    {
        while (batch is null || ++row >= batch.Length)
        {
            if (!TryNextBatch())
            {
                RequireRows();
                return false;
            }
        }

        Rows++;
        return true;
    }

    public override bool Accepts(int field, CellSort sort)
    {
        IArrowType type = reader.Schema.FieldsList[field].DataType;
        if (AcceptedTypes.Has(sort, type))
            return true;
        Report(field, $"column {Excerpt.Of(Header[field])} is of type {Excerpt.OfSentence(type.ToString() ?? type.Name)}; {AcceptedTypes.Expectation(sort)}");
        return false;
    }

    public override bool IsEmpty(int field) => columns[field].IsEmpty(row);

    public override ReadOnlySpan<byte> Field(int field) => columns[field].Text(row);

    public override bool TryNumber(int field, out double number) => columns[field].TryNumber(row, out number);

    public override bool TryInstant(int field, out DateTimeOffset instant) => columns[field].TryInstant(row, out instant);

    public override bool TryDate(int field, out DateOnly date) => columns[field].TryDate(row, out date);

    /// <summary>The number of the column.</summary>
    public override int ColumnOf(int field) => field + 1;

    /// <summary>Hands the file to whoever uses its pages from now on; disposing the table no longer closes it.</summary>
    public IDisposable Release()
    {
        released = true;
        return reader;
    }

    protected override void Dispose(bool disposing)
    {
        if (!released)
            reader.Dispose();
    }

    private static ArrowTable? Map(string path, FileProblems problems)
    {
        ArrowFileReader? reader = null;
        try
        {
            reader = ArrowFileReader.FromMappedFile(path);
            int width = reader.Schema.FieldsList.Count;
            if (width is > 0 and <= CsvFormat.MostColumns)
                return new ArrowTable(reader, problems);
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"the table has {width:N0} columns; 1 to {CsvFormat.MostColumns:N0} are expected"));
        }
        catch (InvalidArrowException failure)
        {
            Report(failure, 1, problems);
        }

        reader?.Dispose();
        return null;
    }

    private bool TryNextBatch()
    {
        try
        {
            RecordBatch? next = reader.ReadNextRecordBatch();
            if (next is null)
                return false;
            if ((long)rowsBefore + (batch?.Length ?? 0) + next.Length > int.MaxValue)
                throw new InvalidArrowException(string.Create(CultureInfo.InvariantCulture, $"the table has more than {int.MaxValue:N0} rows"));
            for (int field = 0; field < columns.Length; field++)
                columns[field].Load(next.Column(field));
            rowsBefore += batch?.Length ?? 0;
            batch = next;
            row = -1;
            return true;
        }
        catch (InvalidArrowException failure)
        {
            HasLostRows = true;
            Report(failure, Line, Problems);
            return false;
        }
    }

    private static void Report(InvalidArrowException failure, int line, FileProblems problems)
    {
        string place = failure.Offset is { } at ? string.Create(CultureInfo.InvariantCulture, $" at byte {at}") : "";
        problems.Add(line, 1, $"the file cannot be read as Arrow{place} ({Excerpt.OfSentence(failure.Reason)}); {Expected}");
    }
}

using System.Text;
using CsvHelper;
using GpuRisk.Data.Input;

namespace GpuRisk.Data.Csv;

/// <summary>
/// Reads a table row by row as UTF-8 spans. Rows that are not rows of this table (malformed quotes, wrong number of
/// fields) are reported and passed over; empty lines are passed over.
/// </summary>
internal sealed class CsvTable : IDisposable
{
    private readonly CsvReader reader;
    private readonly FileProblems problems;
    private readonly List<CsvMalformedRecord> malformed;

    private CsvTable(CsvReader reader, FileProblems problems, List<CsvMalformedRecord> malformed)
    {
        this.reader = reader;
        this.problems = problems;
        this.malformed = malformed;
    }

    /// <summary>The fields of the first line.</summary>
    public string[] Header { get; private set; } = [];

    public int Line => (int)reader.LineNumber;

    /// <summary>Rows read, this one included.</summary>
    public int Rows { get; private set; }

    /// <returns>Null where there is no table; the problem is then on the list.</returns>
    public static CsvTable? Open(string path, FileProblems problems)
    {
        if (!TextFile.IsUsable(path, problems))
            return null;
        List<CsvMalformedRecord> malformed = [];
        CsvTable table = new(CsvReader.FromFile(path, CsvFormat.Reading(malformed.Add)), problems, malformed);
        if (table.ReadHeader())
            return table;
        table.Dispose();
        return null;
    }

    /// <summary>Moves to the next row that has as many fields as the header.</summary>
    public bool Read()
    {
        while (Advance())
        {
            if (malformed.Count > 0)
            {
                ReportMalformed();
            }
            else if (reader.FieldCount != Header.Length)
            {
                ReportFieldCount();
            }
            else
            {
                Rows++;
                return true;
            }
        }

        if (Rows == 0 && !problems.Any)
            problems.Add("the table has no rows; at least one row below the header is expected");
        return false;
    }

    /// <summary>The field's value without its quotes; valid until the next row.</summary>
    public ReadOnlySpan<byte> Field(int field) => reader.GetSpan(field);

    public string Text(int field) => reader.GetString(field);

    /// <summary>Where the field begins in its line, in characters from 1.</summary>
    public int ColumnOf(int field)
    {
        int bytes = 0;
        for (int before = 0; before < field; before++)
            bytes += reader.GetRawSpan(before).Length + 1;
        return CharactersIn(bytes) + 1;
    }

    /// <summary>Reports a problem of one field of the current row.</summary>
    public void Report(int field, string message) => problems.Add(Line, ColumnOf(field), message);

    public void Dispose() => reader.Dispose();

    private bool ReadHeader()
    {
        if (!Advance())
        {
            if (!problems.Any)
                problems.Add("the file holds empty lines alone; a header line is expected");
            return false;
        }

        if (malformed.Count > 0)
        {
            ReportMalformed();
            return false;
        }

        Header = new string[reader.FieldCount];
        for (int field = 0; field < Header.Length; field++)
            Header[field] = reader.GetString(field);
        return true;
    }

    private bool Advance()
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException)
        {
            problems.Add($"a line is longer than {CsvFormat.LongestRecord >> 20} MiB; a table of lines is expected");
            return false;
        }
    }

    private void ReportMalformed()
    {
        CsvMalformedRecord record = malformed[0];
        malformed.Clear();
        switch (record.Reason)
        {
            case CsvMalformedReason.StrayQuote:
                problems.Add(Line, ColumnAt(record), "a quote stands within an unquoted field; the whole field in quotes, with inner quotes doubled, is expected");
                break;
            case CsvMalformedReason.TextAfterClosingQuote:
                problems.Add(Line, ColumnAt(record), "text follows a closing quote; a comma or the end of the line is expected");
                break;
            default:
                Report(reader.FieldCount - 1, "a quoted field is not closed on its line; a closing quote is expected");
                break;
        }
    }

    private void ReportFieldCount()
    {
        int surplus = Math.Min(Header.Length, reader.FieldCount - 1);
        Report(surplus, $"the row has {reader.FieldCount} fields; {Header.Length}, as in the header, are expected");
    }

    private int ColumnAt(CsvMalformedRecord record) => CharactersIn((int)(record.ByteOffset - reader.ByteOffset)) + 1;

    private int CharactersIn(int bytes)
    {
        ReadOnlySpan<byte> record = reader.RawRecord;
        return Encoding.UTF8.GetCharCount(record[..Math.Clamp(bytes, 0, record.Length)]);
    }
}

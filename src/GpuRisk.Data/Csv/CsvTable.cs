using System.Globalization;
using System.Text;
using CsvHelper;
using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;
using GpuRisk.Data.Text;

namespace GpuRisk.Data.Csv;

/// <summary>
/// Reads a table row by row as UTF-8 spans. Rows that are not rows of this table (malformed quotes, wrong number of
/// fields) are reported and passed over; empty lines are passed over.
/// </summary>
internal sealed class CsvTable : Table
{
    private const NumberStyles NumberStyle =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly CsvReader reader;
    private readonly List<CsvMalformedRecord> malformed;

    private CsvTable(CsvReader reader, FileProblems problems, List<CsvMalformedRecord> malformed)
        : base(problems)
    {
        this.reader = reader;
        this.malformed = malformed;
    }

    public override int Line => (int)reader.LineNumber;

    public override string LineWord => "line";

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
    public override bool Read()
    {
        while (Advance())
        {
            if (malformed.Count > 0)
            {
                HasLostRows = true;
                ReportMalformed();
            }
            else if (reader.FieldCount != Header.Length)
            {
                HasLostRows = true;
                ReportFieldCount();
            }
            else
            {
                Rows++;
                return true;
            }
        }

        RequireRows();
        return false;
    }

    /// <summary>Text can be anything; each cell shows whether it is.</summary>
    public override bool Accepts(int field, CellSort sort) => true;

    /// <summary>The field's value without its quotes; valid until the next row.</summary>
    public override ReadOnlySpan<byte> Field(int field) => reader.GetSpan(field);

    public override bool TryNumber(int field, out double number)
    {
        ReadOnlySpan<byte> text = Field(field);
        return double.TryParse(text, NumberStyle, CultureInfo.InvariantCulture, out number) && double.IsFinite(number)
            && (number != 0 || !HasDigitAboveZero(text));
    }

    public override bool TryInstant(int field, out DateTimeOffset instant) => Instant.TryParse(Field(field), out instant);

    public override bool TryDate(int field, out DateOnly date) => CalendarDate.TryParse(Field(field), out date);

    /// <summary>Where the field begins in its line, in characters from 1.</summary>
    public override int ColumnOf(int field)
    {
        int bytes = 0;
        for (int before = 0; before < field; before++)
            bytes += reader.GetRawSpan(before).Length + 1;
        return CharactersIn(bytes) + 1;
    }

    protected override void Dispose(bool disposing) => reader.Dispose();

    private static bool HasDigitAboveZero(ReadOnlySpan<byte> text)
    {
        int exponent = text.IndexOfAny((byte)'e', (byte)'E');
        return (exponent < 0 ? text : text[..exponent]).IndexOfAnyInRange((byte)'1', (byte)'9') >= 0;
    }

    private bool ReadHeader()
    {
        if (!Advance())
        {
            if (!Problems.Any)
                Problems.Add("the file holds empty lines alone; a header line is expected");
            return false;
        }

        if (malformed.Count > 0)
        {
            ReportMalformed();
            return false;
        }

        if (reader.FieldCount > CsvFormat.MostColumns)
        {
            Problems.Add(Line, 1, string.Create(CultureInfo.InvariantCulture, $"the header has {reader.FieldCount:N0} columns; up to {CsvFormat.MostColumns:N0} are expected"));
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
        catch (IOException failure)
        {
            Problems.Add($"the file cannot be read ({failure.Message}); a readable file is expected");
            return false;
        }
        catch (CsvFormatException)
        {
            Problems.Add($"a line is longer than {CsvFormat.LongestRecord >> 20} MiB; a table of lines is expected");
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
                Problems.Add(Line, ColumnAt(record), "a quote stands within an unquoted field; the whole field in quotes, with inner quotes doubled, is expected");
                break;
            case CsvMalformedReason.TextAfterClosingQuote:
                Problems.Add(Line, ColumnAt(record), "text follows a closing quote; a comma or the end of the line is expected");
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

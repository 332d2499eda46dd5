using System.Text;
using CsvHelper;

namespace GpuRisk.Data.Csv;

/// <summary>The one dialect of every table: UTF-8, comma, RFC 4180 quotes, LF, no line break within a field.</summary>
internal static class CsvFormat
{
    /// <summary>No record is longer: a guard against a binary file that is taken for a table.</summary>
    public const int LongestRecord = 64 << 20;

    private const int BufferBytes = 1 << 20;

    public static CsvWriterOptions Writing { get; } = CsvWriterOptions.Default with { NewLine = "\n", BufferSize = BufferBytes };

    public static CsvReaderOptions Reading(Action<CsvMalformedRecord> onMalformed) => CsvReaderOptions.Default with
    {
        Separator = ',',
        HasHeader = false,
        DetectSeparatorHint = false,
        TrackLineNumbers = true,
        // A quote that is not closed then spoils its own line alone, and the rest of the table is still checked.
        AllowLineBreaksInQuotes = false,
        Encoding = Encoding.UTF8,
        MaxRecordSize = LongestRecord,
        BufferSize = BufferBytes,
        OnMalformedRecord = onMalformed,
    };
}

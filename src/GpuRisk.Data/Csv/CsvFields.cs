using CsvHelper;
using GpuRisk.Data.Text;

namespace GpuRisk.Data.Csv;

/// <summary>The fields that tables are made of, each checked before it is written.</summary>
internal static class CsvFields
{
    public static void WriteName(this CsvWriter table, string name) => table.WriteField(TableName.Checked(name));

    public static void WriteInstant(this CsvWriter table, DateTimeOffset instant) => table.WriteField(Instant.Format(instant));

    public static void WriteEmpty(this CsvWriter table) => table.WriteField("");

    /// <exception cref="ArgumentException">The number is not finite.</exception>
    public static void WriteFinite(this CsvWriter table, double number)
    {
        if (!double.IsFinite(number))
            throw new ArgumentException($"{number} cannot be written to a table; a finite number is expected.", nameof(number));
        table.WriteField(number);
    }

    /// <summary>NaN, which marks a number that is not there, is written as an empty field.</summary>
    public static void WriteFiniteOrEmpty(this CsvWriter table, double number)
    {
        if (double.IsNaN(number))
            table.WriteEmpty();
        else
            table.WriteFinite(number);
    }
}

using CsvHelper;
using GpuRisk.Data.Csv;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Books;

/// <summary>Writes <c>history.csv</c>; a missing level is an empty cell.</summary>
internal static class HistoryWriter
{
    public static void Write(FactorHistory history, string path)
    {
        using CsvWriter table = CsvWriter.ToFile(path, CsvFormat.Writing);
        table.WriteField("date");
        foreach (FactorId factor in history.Factors)
            table.WriteName(factor.ToString());
        table.EndRecord();
        for (int day = 0; day < history.Dates.Count; day++)
        {
            table.WriteField(history.Dates[day]);
            for (int factor = 0; factor < history.Factors.Count; factor++)
                table.WriteFiniteOrEmpty(history.Level(day, factor));
            table.EndRecord();
        }
    }
}

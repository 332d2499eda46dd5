using CsvHelper;
using GpuRisk.Data.Csv;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Books;

/// <summary>Writes <c>correlation.csv</c>.</summary>
internal static class CorrelationWriter
{
    public static void Write(CorrelationTable correlation, string path)
    {
        using CsvWriter table = CsvWriter.ToFile(path, CsvFormat.Writing);
        int order = correlation.Factors.Count;
        table.WriteField("factor");
        foreach (FactorId factor in correlation.Factors)
            table.WriteName(factor.ToString());
        table.EndRecord();
        for (int row = 0; row < order; row++)
        {
            table.WriteName(correlation.Factors[row].ToString());
            for (int column = 0; column < order; column++)
                table.WriteFinite(correlation.Values[(row * order) + column]);
            table.EndRecord();
        }
    }
}

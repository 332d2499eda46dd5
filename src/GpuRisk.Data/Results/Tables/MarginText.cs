using CsvHelper;
using GpuRisk.Data.Csv;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Data.Results.Tables;

/// <summary><c>margin.csv</c>: the margins once more, for a spreadsheet. NaN, a figure that does not exist, is an empty field.</summary>
internal static class MarginText
{
    private static readonly string[] columns = ["account", "margin", "baseEs", "modelRisk", "collateral", "excess"];

    public static void Write(IReadOnlyList<AccountRisk> accounts, string path)
    {
        using CsvWriter table = CsvWriter.ToFile(path, CsvFormat.Writing);
        table.WriteHeader(columns);
        foreach (AccountRisk account in accounts)
        {
            table.WriteField(account.Account);
            WriteFigure(table, account.Margin);
            WriteFigure(table, account.BaseEs);
            WriteFigure(table, account.ModelRisk);
            WriteFigure(table, account.Collateral ?? double.NaN);
            WriteFigure(table, account.Excess ?? double.NaN);
            table.EndRecord();
        }
    }

    /// <summary>An infinity is written as such: a result hides nothing.</summary>
    private static void WriteFigure(CsvWriter table, double figure)
    {
        if (double.IsNaN(figure))
            table.WriteEmpty();
        else
            table.WriteField(figure);
    }
}

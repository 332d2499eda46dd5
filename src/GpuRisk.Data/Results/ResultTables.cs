using CsvHelper;
using GpuRisk.Data.Csv;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Data.Results;

/// <summary>The tables of a result. Accounts in the order of the book; NaN, a figure that does not exist, is an empty field.</summary>
internal static class ResultTables
{
    public static void Write(RunResult result, ResultFolder folder)
    {
        WriteTable(folder, ResultFiles.Margin, ResultFiles.MarginColumns, result.Accounts, WriteMargin);
        WriteTable(folder, ResultFiles.Measures, ResultFiles.MeasureColumns, result.Accounts, WriteMeasures);
        WriteTable(folder, ResultFiles.Tail, ResultFiles.TailColumns, result.Accounts, WriteTail);
        WriteTable(folder, ResultFiles.Components, ResultFiles.ComponentColumns, result.Accounts, WriteComponents);
    }

    private static void WriteTable(
        ResultFolder folder, string file, string[] columns, IReadOnlyList<AccountRisk> accounts, Action<CsvWriter, AccountRisk> writeRows)
    {
        using CsvWriter table = CsvWriter.ToFile(folder.PathOf(file), CsvFormat.Writing);
        table.WriteHeader(columns);
        foreach (AccountRisk account in accounts)
            writeRows(table, account);
    }

    private static void WriteMargin(CsvWriter table, AccountRisk account)
    {
        table.WriteField(account.Account);
        WriteFigure(table, account.Margin);
        WriteFigure(table, account.BaseEs);
        WriteFigure(table, account.ModelRisk);
        WriteFigure(table, account.Collateral ?? double.NaN);
        WriteFigure(table, account.Excess ?? double.NaN);
        table.EndRecord();
    }

    private static void WriteMeasures(CsvWriter table, AccountRisk account)
    {
        foreach (RiskMeasure measure in account.Measures)
        {
            table.WriteField(account.Account);
            table.WriteField(ResultDigest.ConfidenceText(measure.Confidence));
            table.WriteField(SettingWords.Estimators.Word(measure.Estimator));
            WriteFigure(table, measure.Var);
            WriteFigure(table, measure.VarLow);
            WriteFigure(table, measure.VarHigh);
            WriteFigure(table, measure.Es);
            WriteFigure(table, measure.EsError);
            table.EndRecord();
        }
    }

    private static void WriteTail(CsvWriter table, AccountRisk account)
    {
        for (int rank = 0; rank < account.Tail.Count; rank++)
        {
            table.WriteField(account.Account);
            table.WriteField(rank + 1);
            table.WriteField(account.Tail[rank].Scenario);
            WriteFigure(table, account.Tail[rank].Loss);
            table.EndRecord();
        }
    }

    private static void WriteComponents(CsvWriter table, AccountRisk account)
    {
        foreach (EsComponent component in account.Components)
        {
            table.WriteField(account.Account);
            table.WriteField(component.Instrument);
            table.WriteField(component.Underlying);
            WriteFigure(table, component.Es);
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

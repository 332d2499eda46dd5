using GpuRisk.Domain.Measures;
using Spectre.Console;

namespace GpuRisk.Cli.Output;

/// <summary>The figures of accounts as a table, in as much detail as the terminal is wide.</summary>
internal static class AccountTable
{
    private enum Detail
    {
        MarginOnly,
        Figures,
        Errors,
        All,
    }

    private static readonly Detail[] RichestFirst = [Detail.All, Detail.Errors, Detail.Figures, Detail.MarginOnly];

    /// <returns>True where all that there is was shown.</returns>
    public static bool Write(IAnsiConsole console, RunResult result, IReadOnlyList<AccountRisk> accounts)
    {
        foreach (Detail detail in RichestFirst)
        {
            Table table = Make(result, accounts, detail);
            if (detail != Detail.MarginOnly && !console.Fits(table))
                continue;
            console.WriteWhole(table);
            return detail == Detail.All;
        }
        return false;
    }

    private static Table Make(RunResult result, IReadOnlyList<AccountRisk> accounts, Detail detail)
    {
        List<string> headers = ["Account", $"Margin {result.Currency}", $"ES {result.MarginConfidence}", "Model risk"];
        if (result.HasCollateral)
            headers.AddRange(["Collateral", "Excess"]);
        if (accounts.Count > 0 && detail != Detail.MarginOnly)
            headers.AddRange(accounts[0].Measures.SelectMany(m => Headers(m.Confidence, detail)));
        Table table = Screen.Table([.. headers]);
        foreach (AccountRisk account in accounts)
        {
            IEnumerable<string> measures = detail == Detail.MarginOnly ? [] : account.Measures.SelectMany(m => Cells(m, detail));
            string[] collateral = result.HasCollateral
                ? [Figures.Money(account.Collateral ?? double.NaN), Figures.Money(account.Excess ?? double.NaN)]
                : [];
            table.Add([account.Account, Figures.Money(account.Margin), Figures.Money(account.BaseEs), Figures.Money(account.ModelRisk), .. collateral, .. measures]);
        }
        return table;
    }

    private static string[] Headers(Confidence level, Detail detail) =>
    [
        detail == Detail.All ? $"VaR {level} [95 % interval]" : $"VaR {level}",
        detail == Detail.Figures ? $"ES {level}" : $"ES {level} ± se",
    ];

    private static string[] Cells(RiskMeasure m, Detail detail) =>
    [
        detail == Detail.All ? $"{Figures.Money(m.Var)} [{Figures.Money(m.VarLow)}, {Figures.Money(m.VarHigh)}]" : Figures.Money(m.Var),
        detail == Detail.Figures ? Figures.Money(m.Es) : $"{Figures.Money(m.Es)} ± {Figures.Money(m.EsError)}",
    ];
}

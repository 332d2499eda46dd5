using System.Globalization;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Measures;
using Spectre.Console;

namespace GpuRisk.Cli.Output;

/// <summary>A run for people: what was computed, the accounts with the largest margin, totals and times.</summary>
internal static class RunText
{
    private const int Most = 20;

    public static void Print(RunResult result, string digest, string target, string[] only)
    {
        IAnsiConsole console = Screen.Create();
        console.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Book}: {Figures.Whole(result.Accounts.Count)} {(result.Accounts.Count == 1 ? "account" : "accounts")}, {Figures.Whole(result.Instruments)} instruments, {Figures.Whole(result.Positions)} positions as of {result.AsOf.UtcDateTime:yyyy-MM-dd HH:mm} UTC"));
        console.Line($"{result.Model}, {Figures.Whole(result.Scenarios)} scenarios{Drawing(result)}, {result.Precision} precision on {result.Accelerator}");
        foreach (string note in result.Notes)
            console.Line("  " + note);
        foreach (PricingFailure failure in result.Failures)
            console.Line($"  NOT PRICED: {failure.Instrument}: {failure.Reason}");
        Accounts(console, result, only);
        Close(console, result, digest, target);
    }

    private static string Drawing(RunResult result) => result.Origin switch
    {
        ScenarioOrigin.Drawn => $" over {Days(result.HorizonDays)}, seed {result.Seed}{Sampling(result)}",
        ScenarioOrigin.Historical => $" over {Days(result.HorizonDays)}",
        _ => "",
    };

    /// <summary>Independent scenarios are what everybody expects, and are not said.</summary>
    private static string Sampling(RunResult result) => result.Sampling == "plain" ? "" : $", {result.Sampling}";

    private static void Accounts(IAnsiConsole console, RunResult result, string[] only)
    {
        AccountRisk[] chosen = [.. Selection.Of(result.Accounts, only).OrderByDescending(a => a.Margin).ThenBy(a => a.Account, StringComparer.Ordinal)];
        AccountRisk[] shown = only.Length > 0 ? chosen : chosen[..Math.Min(Most, chosen.Length)];
        bool all = AccountTable.Write(console, result, shown);
        if (shown.Length < chosen.Length)
            console.Line($"  ... and {Figures.Whole(chosen.Length - shown.Length)} more accounts in margin.csv and report.html");
        if (!all)
            console.Line("  further figures of each account: in a wider terminal, in measures.arrow and in report.html");
    }

    private static void Close(IAnsiConsole console, RunResult result, string digest, string target)
    {
        StageSeconds s = result.Seconds;
        string estimator = result.Accounts.Count == 0 ? "" : SettingWords.Estimators.Word(result.Accounts[0].Measures[0].Estimator);
        console.Line($"total margin  {Figures.Money(result.Accounts.Sum(a => a.Margin))} {result.Currency}{(result.IsComplete ? "" : " (INCOMPLETE: see the instruments not priced above)")}");
        if (result.HasCollateral)
            console.Line($"collateral    {Figures.Money(result.Accounts.Sum(a => a.Collateral ?? 0))} {result.Currency} after haircuts; {Shortfalls(result)}");
        console.Line($"estimator     {estimator}; margin = ES {result.MarginConfidence} + {result.ModelRiskMultiple.ToString(CultureInfo.InvariantCulture)} x its standard error");
        console.Line($"seconds       {Figures.Seconds(s.Total)} before writing: load {Figures.Seconds(s.Load)}, calibrate {Figures.Seconds(s.Calibrate)}, device {Figures.Seconds(s.Open)}, scenarios {Figures.Seconds(s.Scenarios)},");
        console.Line($"              revaluation {Figures.Seconds(s.Revaluation)}, aggregation {Figures.Seconds(s.Aggregation)}, tail {Figures.Seconds(s.Tail)}, measures {Figures.Seconds(s.Measures)}, attribution {Figures.Seconds(s.Attribution)}");
        console.Line($"prices        {Figures.Rate(result.PricesPerSecond)} (instruments x scenarios over the seconds of revaluation)");
        console.Line($"digest        {digest}");
        console.Line($"result        {target}{Path.DirectorySeparatorChar}report.html");
    }

    private static string Shortfalls(RunResult result)
    {
        AccountRisk[] shorts = [.. result.Accounts.Where(a => a.IsShort)];
        return shorts.Length == 0
            ? "no account in shortfall"
            : $"{Figures.Whole(shorts.Length)} of {Figures.Whole(result.Accounts.Count)} accounts in shortfall, {Figures.Money(-shorts.Sum(a => a.Excess ?? 0))} {result.Currency} in all";
    }

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";
}

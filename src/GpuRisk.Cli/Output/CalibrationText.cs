using System.Globalization;
using GpuRisk.Data.Models;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using Spectre.Console;

namespace GpuRisk.Cli.Output;

/// <summary>A calibration for people: a row a factor, the correlation, what was repaired and what looks wrong.</summary>
internal static class CalibrationText
{
    private const string Absent = "-";

    private static readonly string[] Headers = ["Factor", "Volatility a day", "a year", "Rule", "Returns", "From", "To"];

    public static void Print(ModelFile file, string target)
    {
        IAnsiConsole console = Screen.Create();
        CalibrationReport report = file.Report;
        console.Line(string.Create(CultureInfo.InvariantCulture, $"{file.Book} as of {file.AsOf.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {file.Model.Name}, {Figures.Whole(file.Model.Factors.Count)} factors over {Days(file.Simulation.HorizonDays)}"));
        if (report.Factors.Count > 0)
            console.WriteWhole(Factors(report.Factors, DaysOfYear(file.Calibration.Calendar)));
        console.Line($"correlation   {report.CorrelationRule}; {Figures.Whole(report.Returns)} returns{Span(report.First, report.Last)}");
        if (report.DegreesOfFreedom is { } nu)
            console.Line(string.Create(CultureInfo.InvariantCulture, $"freedom       {nu:0.##} degrees"));
        if (report.Repair is { } repair)
            console.Line(string.Create(CultureInfo.InvariantCulture, $"repair        smallest eigenvalue {repair.SmallestEigenvalueBefore:G3} before, moved by {repair.FrobeniusDistance:G3} (Frobenius) in {repair.Iterations} iterations"));
        foreach (string warning in report.Warnings)
            console.Line("WARNING: " + warning);
        foreach (string note in report.Notes)
            console.Line("  " + note);
        console.Line(string.Create(CultureInfo.InvariantCulture, $"a year is {DaysOfYear(file.Calibration.Calendar)} days, by square root of time"));
        console.Line($"model         {target}");
    }

    /// <summary>Columns that no factor has anything in are left out.</summary>
    private static Table Factors(IReadOnlyList<FactorCalibration> factors, int year)
    {
        bool degrees = factors.Any(f => f.DegreesOfFreedom is not null), floors = factors.Any(f => f.Floor is not null), proxies = factors.Any(f => f.Proxy is not null);
        Table table = Screen.Table([.. Headers, .. Where(degrees, "Freedom"), .. Where(floors, "Floor"), .. Where(proxies, "Proxied", "Proxy")]);
        foreach (FactorCalibration f in factors)
        {
            table.Add([
                f.Factor.ToString(), Volatility(f.Volatility), Volatility(f.Volatility * Math.Sqrt(year)), f.Rule, Figures.Whole(f.Returns), Day(f.First), Day(f.Last),
                .. Where(degrees, f.DegreesOfFreedom is { } nu ? nu.ToString("0.##", CultureInfo.InvariantCulture) : Absent),
                .. Where(floors, f.Floor is { } floor ? Volatility(floor) : Absent),
                .. Where(proxies, Figures.Whole(f.ProxiedReturns), f.Proxy ?? Absent),
            ]);
        }

        return table;
    }

    private static string[] Where(bool shown, params string[] cells) => shown ? cells : [];

    private static string Volatility(double sigma) => sigma.ToString("0.000000", CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Absent;

    private static string Span(DateOnly? first, DateOnly? last) => first is null || last is null ? "" : $", {Day(first)} to {Day(last)}";

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    private static int DaysOfYear(HistoryCalendar calendar) => calendar == HistoryCalendar.Business ? 252 : 365;
}

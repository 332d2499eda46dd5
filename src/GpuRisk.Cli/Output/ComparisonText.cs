using System.Globalization;
using GpuRisk.Cli.Comparisons;
using GpuRisk.Domain.Measures;
using Spectre.Console;

namespace GpuRisk.Cli.Output;

/// <summary>A comparison as a table.</summary>
internal static class ComparisonText
{
    private const int ShownDigits = 12;

    private static readonly StageSeconds Unknown = new()
    {
        Scenarios = double.NaN,
        Revaluation = double.NaN,
        Aggregation = double.NaN,
        Tail = double.NaN,
        Measures = double.NaN,
        Attribution = double.NaN,
        Total = double.NaN,
    };

    public static void Print(ComparisonResult result)
    {
        IAnsiConsole console = Screen.Create();
        console.Line(string.Create(
            CultureInfo.InvariantCulture, $"{result.Book}: {result.Model}, {Figures.Whole(result.Scenarios)} scenarios, seed {result.Seed}; seconds; ulps and {result.Currency} against the first row"));
        Table table = Screen.Table(
            "Accelerator", "Precision", "Self-test", "Build", "Scenarios", "Revaluation", "Aggregation", "Tail", "Measures", "Attribution", "Total", "Prices", "Digest", "Ulps", "Difference", "Equal");
        foreach (ComparisonRow row in result.Rows)
            table.Add(Cells(row));
        console.WriteWhole(table);
        foreach (string line in result.Rows.Select(row => $"{row.Accelerator}  {row.Description}").Distinct())
            console.Line(line);
        foreach (ComparisonRow row in result.Rows.Where(row => row.Failure is not null))
            console.Line($"FAILED: {row.Accelerator}, {row.Precision}: {row.Failure}");
    }

    private static string[] Cells(ComparisonRow row)
    {
        StageSeconds s = row.Seconds ?? Unknown;
        return
        [
            row.Accelerator, row.Precision, row.BitExact switch { true => "bit-exact", false => "differs", null => "-" }, Seconds(row.BuildSeconds),
            Seconds(s.Scenarios), Seconds(s.Revaluation), Seconds(s.Aggregation), Seconds(s.Tail), Seconds(s.Measures), Seconds(s.Attribution), Seconds(s.Total),
            double.IsNaN(row.PricesPerSecond) ? "-" : Figures.Rate(row.PricesPerSecond), row.Digest?[..ShownDigits] ?? "-", Ulps(row.Ulps),
            double.IsNaN(row.Difference) ? "-" : row.Difference == 0 ? "0" : row.Difference.ToString("0.0e+0", CultureInfo.InvariantCulture),
            row.Equal switch { true => "yes", false => "NO", null => "-" },
        ];
    }

    private static string Seconds(double value) => double.IsNaN(value) ? "-" : value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Ulps(ulong? value) => value switch
    {
        null => "-",
        FigureDifference.Missing => "missing",
        { } ulps => ulps.ToString("#,##0", CultureInfo.InvariantCulture),
    };
}

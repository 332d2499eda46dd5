using System.Globalization;
using GpuRisk.Cli.Comparisons;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Cli.Output;

/// <summary>A comparison as CSV: a row a run, figures in full precision, an empty field for what does not exist.</summary>
internal static class ComparisonCsv
{
    private const string Header =
        "accelerator,description,precision,bitExact,buildSeconds,scenarios,revaluation,aggregation,tail,measures,attribution,total,pricesPerSecond,digest,ulps,difference,equal,failure";

    public static void Print(ComparisonResult result)
    {
        TextWriter output = Console.Out;
        output.Write(Header + "\n");
        foreach (ComparisonRow row in result.Rows)
            output.Write(string.Join(',', Fields(row).Select(Quoted)) + "\n");
    }

    private static string[] Fields(ComparisonRow row)
    {
        StageSeconds? s = row.Seconds;
        return
        [
            row.Accelerator, row.Description, row.Precision, Truth(row.BitExact), Number(row.BuildSeconds), Number(s?.Scenarios), Number(s?.Revaluation),
            Number(s?.Aggregation), Number(s?.Tail), Number(s?.Measures), Number(s?.Attribution), Number(s?.Total), Number(row.PricesPerSecond),
            row.Digest ?? "", row.Ulps?.ToString(CultureInfo.InvariantCulture) ?? "", Number(row.Difference), Truth(row.Equal), row.Failure ?? "",
        ];
    }

    private static string Number(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";

    private static string Truth(bool? value) => value switch { true => "true", false => "false", null => "" };

    /// <summary>Names of devices come from outside: a field never holds a line break.</summary>
    private static string Quoted(string text)
    {
        string shown = ErrorLines.Shown(text);
        return shown.AsSpan().IndexOfAny(',', '"') < 0 ? shown : $"\"{shown.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

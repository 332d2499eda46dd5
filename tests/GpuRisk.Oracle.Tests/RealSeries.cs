using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using GpuRisk.Domain.Market;

namespace GpuRisk.Oracle.Tests;

/// <summary>Closes of real markets, read in place from the folders beside the repository, and histories joined of them.</summary>
internal static class RealSeries
{
    public static SortedDictionary<DateOnly, double> Csv(string file, string date, string value, string format = "yyyy-MM-dd")
    {
        Assert.SkipWhen(Places.Missing(file) is not null, Places.Missing(file) ?? "");
        using Stream raw = File.OpenRead(Places.Shared(file));
        using Stream text = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using StreamReader reader = new(text);
        string[] header = reader.ReadLine()!.Split(',');
        int dateField = Array.IndexOf(header, date), valueField = Array.IndexOf(header, value);
        SortedDictionary<DateOnly, double> series = [];
        while (reader.ReadLine()?.Split(',') is { } fields)
        {
            // Instants of midnight are cut to their day; an empty cell is a day without a level.
            string day = format.Contains('/', StringComparison.Ordinal) ? fields[dateField] : fields[dateField][..format.Length];
            if (double.TryParse(fields[valueField], NumberStyles.Float, CultureInfo.InvariantCulture, out double level))
                series[DateOnly.ParseExact(day, format, CultureInfo.InvariantCulture)] = level;
        }
        return series;
    }

    /// <summary>An array of [epoch milliseconds, level].</summary>
    public static SortedDictionary<DateOnly, double> Json(string file, int element = 1)
    {
        Assert.SkipWhen(Places.Missing(file) is not null, Places.Missing(file) ?? "");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Places.Shared(file)));
        SortedDictionary<DateOnly, double> series = [];
        foreach (JsonElement row in document.RootElement.EnumerateArray())
            series[DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(row[0].GetInt64()).UtcDateTime)] = row[element].GetDouble();
        return series;
    }

    public static SortedDictionary<DateOnly, double> Yahoo(string coin) => Csv($"crypto-ohlc-yahoo/{coin}-USD.csv", "Date", "Close");

    public static SortedDictionary<DateOnly, double> Binance(string coin) => Csv($"crypto-ohlc-binance/{coin}USDT_1d.csv", "DateTime", "Close");

    /// <summary>Every day that any of the series has, from and to which the caller says.</summary>
    public static FactorHistory Join(DateOnly from, DateOnly to, params (string Factor, SortedDictionary<DateOnly, double> Levels)[] series)
    {
        DateOnly[] dates = [.. series.SelectMany(one => one.Levels.Keys).Distinct().Where(date => date >= from && date <= to).Order()];
        double[] levels = new double[dates.Length * series.Length];
        for (int day = 0; day < dates.Length; day++)
        {
            for (int f = 0; f < series.Length; f++)
                levels[(day * series.Length) + f] = series[f].Levels.TryGetValue(dates[day], out double level) ? level : double.NaN;
        }
        return new FactorHistory([.. series.Select(one => Factor(one.Factor))], dates, levels, "history.csv");
    }

    public static FactorHistory Join(params (string Factor, SortedDictionary<DateOnly, double> Levels)[] series) =>
        Join(DateOnly.MinValue, DateOnly.MaxValue, series);

    public static FactorId Factor(string text) =>
        FactorId.TryParse(text, out FactorId factor) ? factor : throw new ArgumentException(text, nameof(text));
}

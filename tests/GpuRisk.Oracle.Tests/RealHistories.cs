using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;
using static GpuRisk.Oracle.Tests.RealSeries;

namespace GpuRisk.Oracle.Tests;

/// <summary>A real history, the rules that it needs, and the spot names in it.</summary>
internal sealed record RealHistory(FactorHistory Levels, CalibrationSettings Settings, string[] Spots)
{
    private static readonly string[] Stocks =
        ["AAPL", "AMD", "BAC", "BBY", "CVX", "GE", "HD", "JNJ", "JPM", "KO", "LLY", "MRK", "MSFT", "PEP", "PFE", "PG", "RRC", "UNH", "WMT", "XOM"];

    public static RealHistory Of(string name) => name switch
    {
        "coins of one source, one of them by proxy at first" => Coins(["BTC", "ETH", "BNB", "SOL"], Yahoo, new DateOnly(2017, 11, 9), new DateOnly(2024, 12, 31), "SOL"),
        "coins of an exchange, one of them by proxy at first" => Coins(["BTC", "ADA", "DOGE", "LTC"], Binance, new DateOnly(2018, 4, 17), new DateOnly(2023, 12, 20), "DOGE"),
        "an index and its volatility index" => new RealHistory(
            Join(
                new DateOnly(1999, 1, 4), new DateOnly(2018, 12, 31),
                ("spot:SPX", Csv("equity-index/sp500.csv", "Date", "Close", "M/d/yyyy")), ("vol:SPX", Csv("equity-index/vix-daily.csv", "DATE", "CLOSE"))),
            Business, ["SPX"]),
        "bitcoin and its volatility index" => new RealHistory(
            Join(new DateOnly(2022, 11, 6), new DateOnly(2024, 12, 31), ("spot:BTC", Yahoo("BTC")), ("vol:BTC", Json("btc-dvol-funding/dvol_btc.json"))), new CalibrationSettings(), ["BTC"]),
        "twenty stocks over 32 years" => new RealHistory(
            Join([.. Stocks.Select(stock => ($"spot:{stock}", Csv("equity-index/sp500_dataset.csv.gz", "Date", stock)))]), Business, Stocks),
        _ => throw new ArgumentException(name, nameof(name)),
    };

    private static CalibrationSettings Business => new() { Calendar = HistoryCalendar.Business, Missing = MissingRule.Drop };

    private static RealHistory Coins(string[] coins, Func<string, SortedDictionary<DateOnly, double>> series, DateOnly from, DateOnly to, string young) => new(
        Join(from, to, [.. coins.Select(coin => ($"spot:{coin}", series(coin)))]),
        new CalibrationSettings { Proxies = [new FactorProxy(Factor($"spot:{young}"), Factor("spot:BTC"))] },
        coins);
}

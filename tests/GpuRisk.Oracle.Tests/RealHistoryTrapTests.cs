using GpuRisk.Calibration;
using GpuRisk.Calibration.History;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;
using static GpuRisk.Oracle.Tests.RealSeries;

namespace GpuRisk.Oracle.Tests;

/// <summary>What is wrong in real files is named with its factor and days; what is strange but true is not.</summary>
public sealed class RealHistoryTrapTests
{
    [Fact]
    public void The_token_that_took_Luna_s_ticker_is_named_also_where_its_return_is_left_out()
    {
        FactorHistory history = Join(("spot:LUNA", Csv("crypto-ohlc-binance/alt/LUNAUSDT_1d.csv", "time", "close")));
        CalibrationSettings drop = new() { Missing = MissingRule.Drop };
        Returns returns = Returns.Of(history, drop);

        string warning = Assert.Single(returns.Warnings);
        Assert.StartsWith("spot:LUNA changes tenfold or more between neighbouring levels: ", warning, StringComparison.Ordinal);
        Assert.Contains("5E-05 on 2022-05-13 and 8.87 on 2022-05-31, 18 days later", warning, StringComparison.Ordinal);
        Assert.DoesNotContain(new DateOnly(2022, 5, 31), returns.EndDates);
        Assert.Contains(new DateOnly(2022, 6, 1), returns.EndDates);
        InvalidInputException refused = Assert.Throws<InvalidInputException>(() => Returns.Of(history, drop with { Suspect = SuspectRule.Reject }));
        Assert.Contains(warning, Assert.Single(refused.Problems).ToString(), StringComparison.Ordinal);
        Assert.Contains("no day between 2022-05-13 and 2022-05-31", Assert.Throws<InvalidInputException>(() => Returns.Of(history, new CalibrationSettings())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Week_ends_filled_forward_are_named_with_their_days()
    {
        FactorHistory history = Join(("spot:SNP", Csv("crypto-ohlc-yahoo/SNP.csv", "Date", "Close")), ("spot:BTC", Yahoo("BTC")));
        Assert.Equal(
            "spot:SNP does not move on 1074 of 1074 Saturdays and Sundays, 2014-09-20 to 2024-12-29: are week-ends filled forward? Expected the days on which it traded alone, under the calendar \"business\"",
            Assert.Single(Warnings(history, HistoryCalendar.Daily)));
    }

    [Fact]
    public void Coins_labelled_a_day_late_are_named_with_those_they_were_compared_with()
    {
        FactorHistory history = Late(0);
        IReadOnlyList<string> warnings = Warnings(history, HistoryCalendar.Daily);
        Assert.Equal(2, warnings.Count);
        Assert.StartsWith("spot:XRP looks labelled one day late against spot:BTC, spot:ETH, spot:BNB, spot:SOL, 2017-12-02 to 2024-12-31: correlation up to 0.", warnings[0], StringComparison.Ordinal);
        Assert.StartsWith("spot:LINK looks labelled one day late against spot:BTC, spot:ETH, spot:BNB, spot:SOL, ", warnings[1], StringComparison.Ordinal);
        Assert.Empty(Warnings(Late(-1), HistoryCalendar.Daily));
        Assert.StartsWith("spot:XRP looks labelled one day early", Warnings(Late(-2), HistoryCalendar.Daily)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void One_coin_a_day_late_is_named_against_bitcoin_alone()
    {
        FactorHistory history = Join(("spot:BTC", Yahoo("BTC")), ("spot:XRP", Csv("close-yahoo-fx/XRP-USD.csv", "date", "value")));
        Assert.StartsWith("spot:XRP looks labelled one day late against spot:BTC", Assert.Single(Warnings(history, HistoryCalendar.Daily)), StringComparison.Ordinal);
    }

    [Fact]
    public void Days_and_months_exchanged_leave_misprints_that_are_named()
    {
        FactorHistory history = Join(("spot:EUR", Csv("close-yahoo-fx/EUR=X.csv", "date", "value")));
        IReadOnlyList<string> warnings = Warnings(history, HistoryCalendar.Business);
        Assert.Equal(2, warnings.Count);
        Assert.Contains("on 2008-10-08, between ", warnings[0], StringComparison.Ordinal);
        Assert.Contains("on 2008-12-08, between ", warnings[1], StringComparison.Ordinal);
    }

    /// <summary>The crash of 12 March 2020, dogecoin's fivefold rise of 28 January 2021, volatility's doubling of 5 February 2018.</summary>
    [Fact]
    public void What_is_strange_but_true_is_not_named()
    {
        Assert.Empty(Warnings(Join([.. new[] { "BTC", "ETH", "BNB", "SOL" }.Select(coin => ($"spot:{coin}", Yahoo(coin)))]), HistoryCalendar.Daily));
        Assert.Empty(Warnings(Join([.. new[] { "BTC", "ADA", "DOGE", "LTC" }.Select(coin => ($"spot:{coin}", Binance(coin)))]), HistoryCalendar.Daily));
        Assert.Empty(Warnings(
            Join(("spot:SPX", Csv("equity-index/sp500.csv", "Date", "Close", "M/d/yyyy")), ("vol:SPX", Csv("equity-index/vix-daily.csv", "DATE", "CLOSE"))), HistoryCalendar.Business));
        Assert.Empty(Warnings(Join(("spot:BTC", Yahoo("BTC")), ("vol:BTC", Json("btc-dvol-funding/dvol_btc.json"))), HistoryCalendar.Daily));
    }

    /// <summary>Range Resources stood still for 68 days of its illiquid years; the other nineteen stocks, in eighths of a dollar then, did not.</summary>
    [Fact]
    public void Of_twenty_stocks_over_32_years_the_one_that_stood_still_is_named()
    {
        const string file = "equity-index/sp500_dataset.csv.gz";
        string[] stocks = ["AAPL", "AMD", "BAC", "BBY", "CVX", "GE", "HD", "JNJ", "JPM", "KO", "LLY", "MRK", "MSFT", "PEP", "PFE", "PG", "RRC", "UNH", "WMT", "XOM"];
        FactorHistory history = Join([.. stocks.Select(stock => ($"spot:{stock}", Csv(file, "Date", stock)))]);
        Assert.StartsWith("spot:RRC repeats its level on 1078 of 8312 days, ", Assert.Single(Warnings(history, HistoryCalendar.Business)), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Warnings(FactorHistory history, HistoryCalendar calendar) => HistorySuspicions.Of(history, calendar);

    /// <summary>Four coins of one source and two of another, whose days are moved.</summary>
    private static FactorHistory Late(int days) => Join(
        new DateOnly(2017, 12, 1), new DateOnly(2024, 12, 31),
        [
            .. new[] { "BTC", "ETH", "BNB", "SOL" }.Select(coin => ($"spot:{coin}", Yahoo(coin))),
            .. new[] { "XRP", "LINK" }.Select(coin => ($"spot:{coin}", Moved(Csv($"close-yahoo-fx/{coin}-USD.csv", "date", "value"), days))),
        ]);

    private static SortedDictionary<DateOnly, double> Moved(SortedDictionary<DateOnly, double> series, int days) =>
        new(series.ToDictionary(one => one.Key.AddDays(days), one => one.Value));
}

using GpuRisk.Data.Venues.Deribit;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Tests.Deribit;

public sealed class DeribitRealFileTests : IDisposable
{
    private const string Chain = "deribit-chains-2026/deribit_options_snapshot_20251230T173115Z.csv";
    private const string Bitcoin = "crypto-ohlc-yahoo/BTC-USD.csv";
    private const string Ether = "crypto-ohlc-yahoo/ETH-USD.csv";
    private const string Volatility = "btc-dvol-funding/dvol_btc.json";

    private readonly TemporaryFolder folder = new();

    /// <summary>Source of the counts: those that come with the data.</summary>
    [Theory]
    [InlineData("20251230T173115Z", 630, 674, 12, 255205, 1417335)]
    [InlineData("20260411T093319Z", 872, 750, 12, 380869, 2045097)]
    [InlineData("20260710T170642Z", 876, 698, 12, 358469, 1477672)]
    public void A_snapshot_gives_the_options_that_it_holds(string time, int bitcoin, int ether, int expiries, double bitcoinInterest, double etherInterest)
    {
        string chain = $"deribit-chains-2026/deribit_options_snapshot_{time}.csv";
        Need(chain);
        (Book book, DeribitSummary summary) = DeribitImport.Read(Sources(Places.Shared(chain)));
        Assert.Equal(bitcoin + ether, summary.RowsUsed);
        Assert.Equal(summary.RowsRead, summary.RowsUsed + summary.LeftOut.Sum(r => r.Rows));
        Assert.Equal((bitcoin, expiries), summary.Currencies.Where(c => c.Currency == "BTC").Select(c => (c.Options, c.Expiries)).Single());
        Assert.Equal((ether, expiries), summary.Currencies.Where(c => c.Currency == "ETH").Select(c => (c.Options, c.Expiries)).Single());
        Assert.Equal(bitcoinInterest, Math.Round(summary.Currencies.Single(c => c.Currency == "BTC").OpenInterest));
        Assert.Equal(etherInterest, Math.Round(summary.Currencies.Single(c => c.Currency == "ETH").OpenInterest));
        Assert.All(book.Instruments.OfType<Option>(), option =>
        {
            Assert.Equal(Settlement.Inverse, option.Settlement);
            Assert.True(book.Market.Volatilities[option.Name] > 0);
            Assert.True(book.Market.Forwards[new ForwardKey(option.Underlying, option.Expiry)] > 0);
        });
        Assert.Equal([10, 1], book.Instruments.OfType<Perpetual>().OrderBy(p => p.Name).Select(p => p.Multiplier));
        Assert.DoesNotContain(book.Instruments, i => i.Name.StartsWith("SYN.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("20251230T173115Z")]
    [InlineData("20260120T212118Z")]
    [InlineData("20260302T093957Z")]
    [InlineData("20260411T093319Z")]
    [InlineData("20260520T223926Z")]
    [InlineData("20260710T170642Z")]
    public void Median_forwards_reproduce_the_venues_marks(string time)
    {
        string chain = $"deribit-chains-2026/deribit_options_snapshot_{time}.csv";
        Need(chain);
        (Book book, DeribitSummary summary) = DeribitImport.Read(Sources(Places.Shared(chain)));
        Dictionary<string, double> values = book.Instruments.OfType<Option>().ToDictionary(o => o.Name, o => InverseBlack76.Price(
            o, book.Market.Forwards[new ForwardKey(o.Underlying, o.Expiry)], book.Market.Volatilities[o.Name], book.Market.AsOf));
        MarkComparison comparison = MarkComparison.Of(summary.Marks, values);
        Assert.Equal(summary.RowsUsed, comparison.Count);
        Assert.InRange(comparison.Median, 0, Tolerance.VenueMarkMedian);
        Assert.InRange(comparison.Max, 0, Tolerance.VenueMark);
    }

    [Fact]
    public void A_cut_of_a_real_file_carries_its_marks_and_joins_its_histories()
    {
        Need(Chain);
        string cut = folder.Write("cut.csv", string.Join("\n", CutOf(File.ReadAllLines(Places.Shared(Chain)))));
        (Book book, DeribitSummary summary) = DeribitImport.Read(Sources(cut) with { Accounts = 25 });

        Assert.Equal(60, summary.RowsRead);
        Assert.Equal(60, summary.RowsUsed);
        Assert.Equal(new DateTimeOffset(2025, 12, 30, 17, 31, 15, TimeSpan.Zero).AddTicks(9441810), book.Market.AsOf);
        Assert.Contains(new InstrumentMark("BTC-16JAN26-82000-C", 0.08550357), summary.Marks);
        Option option = book.Instruments.OfType<Option>().Single(o => o.Name == "BTC-25DEC26-40000-P");
        Assert.Equal((40_000d, OptionRight.Put, new DateTimeOffset(2026, 12, 25, 8, 0, 0, TimeSpan.Zero)), (option.Strike, option.Right, option.Expiry));
        Assert.Equal(0.5824, book.Market.Volatilities[option.Name]);

        Assert.Equal(["spot:BTC", "spot:ETH", "vol:BTC"], book.History.Factors.Select(f => f.ToString()));
        Assert.Equal((new DateOnly(2022, 11, 6), new DateOnly(2024, 12, 31), 787), (book.History.Dates[0], book.History.Dates[^1], book.History.Dates.Count));
        int crash = book.History.Dates.ToList().IndexOf(new DateOnly(2022, 11, 9));
        Assert.Equal(15880.7802734375, book.History.Level(crash, 0));
        Assert.Equal(114.72 / 100, book.History.Level(crash, 2));
        Assert.Contains(summary.Notes, n => n.Contains("vol:BTC: the median level is 52.555, above 5", StringComparison.Ordinal));
        Assert.Contains("no vol:ETH history given: it is regressed on spot:ETH as vol:BTC is on spot:BTC, residual included (calibration.proxies of book.json)", summary.Notes);
        Assert.Equal(
            [new FactorProxy(new FactorId(FactorKind.Vol, "ETH"), new FactorId(FactorKind.Spot, "ETH"), Like: new FactorId(FactorKind.Vol, "BTC"), LikeOf: new FactorId(FactorKind.Spot, "BTC"))],
            book.Settings.Calibration.Proxies);
        Assert.Contains("history: it ends 364 days before the as-of date 2025-12-30", summary.Notes);
    }

    [Fact]
    public void Accounts_are_drawn_in_lots_by_open_interest_and_the_same_again()
    {
        Need(Chain);
        DeribitSources sources = Sources(Places.Shared(Chain)) with { Accounts = 2_000 };
        (Book book, DeribitSummary summary) = DeribitImport.Read(sources);
        Assert.Equal(CanonicalBook.Hash(book), CanonicalBook.Hash(DeribitImport.Read(sources).Book));
        Assert.NotEqual(CanonicalBook.Hash(book), CanonicalBook.Hash(DeribitImport.Read(sources with { Seed = 2 }).Book));

        Assert.Equal("acct-00001", book.Positions.Accounts[0]);
        Assert.Equal(2_000, book.Positions.Accounts.Count);
        int longs = 0, shorts = 0, hedges = 0, bitcoin = 0;
        for (int p = 0; p < book.Positions.Count; p++)
        {
            Instrument held = book.Instruments[book.Positions.Instrument.Span[p]];
            double quantity = book.Positions.Quantity.Span[p];
            double lots = held is Option && held.Underlying == "BTC" ? quantity * 10 : quantity;
            Assert.Equal(Math.Round(lots), lots, Tolerance.TenDecimals);
            Assert.NotEqual(0, lots);
            if (held is not Option)
                hedges++;
            else if (quantity > 0)
                longs++;
            else
                shorts++;
            bitcoin += held is Option && held.Underlying == "BTC" ? 1 : 0;
        }
        Assert.InRange(book.Positions.Count, 4_000, 20_000);
        Assert.InRange(hedges, 400, 1_400);
        Assert.InRange((double)longs / (longs + shorts), 0.45, 0.55);
        // In dollars the open interest is about 5.3 to 1 in favour of the first.
        Assert.InRange((double)bitcoin / (longs + shorts), 0.75, 0.92);
        Assert.All(
            Enumerable.Range(0, 2_000), a => Assert.InRange(book.Positions.RowStart.Span[a + 1] - book.Positions.RowStart.Span[a], 1, 62));
        Assert.Equal(1304, summary.Marks.Count);
    }

    [Fact]
    public void A_gap_in_the_joined_days_is_refused_at_its_line_or_dropped()
    {
        Need(Chain);
        Need("btc-dvol-funding/btc_price.json");
        // The volatility index has no 2025-11-11; the price file ends two days before, so a synthetic one carries on.
        string spot = folder.Write("spot.csv", "date,value\n" + string.Join("\n", Enumerable.Range(1, 12).Select(d => $"2025-11-{d:D2},{100_000 + d}")));
        DeribitSources sources = new()
        {
            ChainFile = Places.Shared(Chain),
            Currencies = ["BTC"],
            Histories = [Factor("spot:BTC", spot), Factor("vol:BTC", Places.Shared(Volatility))],
        };
        string problem = Assert.Single(Refusal.Of(sources));
        Assert.Contains("vol:BTC has no level on 2025-11-11, and the joined history lacks 1 days before 2025-11-12", problem, StringComparison.Ordinal);
        Assert.StartsWith(Places.Shared(Volatility) + ":4407:", problem, StringComparison.Ordinal);

        (Book book, DeribitSummary summary) = DeribitImport.Read(sources with { Missing = Domain.Settings.MissingRule.Drop });
        Assert.Equal(11, book.History.Dates.Count);
        Assert.Equal(Domain.Settings.MissingRule.Drop, book.Settings.Calibration.Missing);
        Assert.Contains(summary.Notes, n => n.StartsWith("history: 1 days within that range are lacking", StringComparison.Ordinal));
        Assert.Equal(new LeftOutRows("currency not asked for", 674), Assert.Single(summary.LeftOut));
    }

    public void Dispose() => folder.Dispose();

    /// <summary>The header and 60 rows, 20 of them of the second currency.</summary>
    private static IEnumerable<string> CutOf(string[] lines) =>
        lines.Take(41).Concat(lines.Where(l => l.Contains(",ETH-", StringComparison.Ordinal)).Take(20));

    private static void Need(string relative)
    {
        foreach (string file in new[] { relative, Bitcoin, Ether, Volatility })
            Assert.SkipWhen(Places.Missing(file) is not null, Places.Missing(file) ?? "");
    }

    private static DeribitSources Sources(string chain) => new()
    {
        ChainFile = chain,
        Histories = [Factor("spot:BTC", Places.Shared(Bitcoin)), Factor("spot:ETH", Places.Shared(Ether)), Factor("vol:BTC", Places.Shared(Volatility))],
    };

    private static HistorySource Factor(string factor, string path)
    {
        Assert.True(HistorySource.TryParse($"{factor}={path}", out HistorySource? source));
        return source;
    }
}

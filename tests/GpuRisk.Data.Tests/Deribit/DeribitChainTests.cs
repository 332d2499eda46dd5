using GpuRisk.Data.Venues.Deribit;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Tests.Deribit;

public sealed class DeribitChainTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void The_market_is_the_median_of_the_ticks()
    {
        (Book book, DeribitSummary summary) = Import(
            ChainText.Row(), ChainText.Put("70000", "89890", "89500"), ChainText.Put("80000", "89900", "89600"));
        Assert.Equal(89543.5, book.Market.Spots["BTC"]);
        Assert.Equal(89890, Assert.Single(book.Market.Forwards).Value);
        Assert.Equal(100 / 89543.5, summary.Currencies[0].IndexSpread, Tolerance.TenDecimals);
        Assert.Equal(
            ["BTC-PERPETUAL", "BTC-27FEB26", "BTC-27FEB26-70000-P", "BTC-27FEB26-75000-C", "BTC-27FEB26-80000-P"],
            book.Instruments.Select(i => i.Name));
        Assert.Equal(10, Assert.IsType<Future>(book.Instruments[1]).Multiplier);
    }

    [Fact]
    public void Rows_that_cannot_be_used_are_left_out_and_counted()
    {
        (Book book, DeribitSummary summary) = Import(
            ChainText.Row(),
            ChainText.Row(name: "BTC-27FEB26-76000-C", strike: "76000", volatility: ""),
            ChainText.Row(name: "BTC-27FEB26-77000-C", strike: "77000", volatility: "NaN"),
            ChainText.Row(name: "BTC-27FEB26-78000-C", strike: "78000", volatility: "0.0"),
            ChainText.Row(name: "BTC-27FEB26-79000-C", strike: "79000", mark: "nan"),
            ChainText.Row(name: "BTC-16JAN26-79000-C", strike: "79000", expiry: "2026-01-16T08:00:00+00:00", future: "SYN.BTC-16JAN26"),
            ChainText.Row(name: "BTC-27FEB26-81000-C", strike: "81000", forward: "", underlying: "", future: ""));
        Assert.Single(book.Instruments.OfType<Option>());
        Assert.Equal((7, 1), (summary.RowsRead, summary.RowsUsed));
        Assert.Equal(
            [new("expired", 1), new("no forward price", 1), new("no implied volatility", 2), new("no mark price", 1), new("zero implied volatility", 1)],
            summary.LeftOut);
    }

    [Fact]
    public void Without_a_future_the_venues_underlying_price_is_the_forward()
    {
        (Book book, DeribitSummary summary) = Import(ChainText.Row(forward: "", future: "", underlying: "89600.25"));
        Assert.Equal(89600.25, Assert.Single(book.Market.Forwards).Value);
        Assert.Empty(book.Instruments.OfType<Future>());
        Assert.Contains("BTC: 1 rows name no future's price; the venue's price of the underlying is their forward", summary.Notes);
    }

    [Fact]
    public void Everything_wrong_in_a_chain_is_said_at_once_with_its_place()
    {
        IReadOnlyList<string> problems = Refuse(
            ChainText.Row(strike: "75000x"),
            ChainText.Row(name: "BTC-27FEB26-76000-C", strike: "77000"),
            ChainText.Row(name: "BTC-27FEB26-77000-C", strike: "77000", right: "straddle"),
            ChainText.Row(name: "BTC-30FEB26-75000-C"),
            ChainText.Row(name: "BTC-27FEB26-78000-C", strike: "78000", expiry: "2026-02-27"),
            ChainText.Row(name: "SOL-27FEB26-80-C", strike: "80", currency: "SOL", future: "SYN.SOL-27FEB26"),
            ChainText.Row(name: "BTC-27FEB26-79000-C", strike: "79000", volatility: "-0.2"),
            ChainText.Row(name: "BTC-27FEB26-79500-C", strike: "79500", mark: "1e999"),
            ChainText.Row(name: "BTC-27FEB26-80000-C", strike: "80000", index: "0"),
            ChainText.Row(name: "BTC-27FEB26-81000-C", strike: "81000", future: "BTC-27MAR26"),
            ChainText.Row(name: "BTC-27FEB26-82000-C", strike: "82000", timestamp: "2026-01-20T21:21:19+00:00"),
            ChainText.Row(name: "BTC-27FEB26-76000-C", strike: "76000"),
            "a,b");
        string[] expected =
        [
            ":2:68: strike '75000x' is not a number",
            ":3:68: strike '77000' contradicts the instrument's name; 76000 is expected",
            ":4:63: option_type 'straddle' contradicts the instrument's name; call is expected",
            ":5:34: instrument_name 'BTC-30FEB26-75000-C' is not an option's",
            ":6:74: expiry_datetime '2026-02-27' is not an instant",
            ":7:34: 'SOL' is not a coin whose options settle in the coin; BTC or ETH is expected",
            ":8:132: implied_volatility '-0.2' is negative",
            ":9:100: mark_price '1e999' is not a number",
            ":10:148: index_price '0' is not positive",
            ":11:120: futures_instrument_name 'BTC-27MAR26' is not the future of the option's expiry",
            ":12:1: the timestamp differs from that of the first row",
            ":13:34: instrument BTC-27FEB26-76000-C stands on line 3 already",
            ":14:3: the row has 2 fields; 13, as in the header, are expected",
        ];
        Assert.Equal(expected.Length, problems.Count);
        Assert.All(expected.Zip(problems), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void A_chain_in_per_cent_is_refused()
    {
        string problem = Assert.Single(Refuse(ChainText.Row(volatility: "48.2")));
        Assert.Contains("the median implied_volatility is 48.2, a percentage", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_header_is_refused_column_by_column()
    {
        string path = folder.Write("chain.csv", ChainText.Header.Replace("strike", "Strike", StringComparison.Ordinal).Replace("underlying", "currency", StringComparison.Ordinal) + "\n" + ChainText.Row());
        IReadOnlyList<string> problems = Refusal.Of(Sources(path));
        Assert.Equal(3, problems.Count);
        Assert.Contains(problems, p => p.Contains("the header has no column 'strike'", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("the header has no column 'underlying'", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("the column 'currency' stands 2 times", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("{}")]
    [InlineData(ChainText.Header)]
    public void A_file_that_is_no_chain_is_refused(string text)
    {
        string path = folder.Write("chain.csv", text);
        Assert.All(Refusal.Of(Sources(path)), p => Assert.StartsWith(path + ":1:1: ", p, StringComparison.Ordinal));
    }

    [Fact]
    public void Files_that_cannot_be_read_are_named_together()
    {
        IReadOnlyList<string> problems = Refusal.Of(new DeribitSources
        {
            ChainFile = folder["absent.csv"],
            Histories = [new HistorySource(new FactorId(FactorKind.Spot, "BTC"), Path.GetTempPath())],
        });
        Assert.Equal(2, problems.Count);
        Assert.Contains("absent.csv:1:1: the file is missing", problems[0], StringComparison.Ordinal);
        Assert.Contains("this is a folder", problems[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_without_a_usable_row_or_without_open_interest_is_refused()
    {
        Assert.Contains("none of 1 rows can be used (1: zero implied volatility)", Refuse(ChainText.Row(volatility: "0"))[0], StringComparison.Ordinal);
        Assert.Contains("no option that can be used has an open interest", Refuse(ChainText.Row(interest: "0.0"))[0], StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private (Book Book, DeribitSummary Summary) Import(params string[] rows) =>
        DeribitImport.Read(Sources(folder.Write("chain.csv", ChainText.File(rows))));

    private IReadOnlyList<string> Refuse(params string[] rows) =>
        Refusal.Of(Sources(folder.Write("chain.csv", ChainText.File(rows))));

    private DeribitSources Sources(string chain) => new()
    {
        ChainFile = chain,
        Histories = [new HistorySource(new FactorId(FactorKind.Spot, "BTC"), folder.Write("spot.csv", "date,value\n2026-01-01,90000\n2026-01-02,91000\n"))],
    };
}

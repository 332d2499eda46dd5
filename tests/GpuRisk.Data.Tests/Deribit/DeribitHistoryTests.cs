using GpuRisk.Data.Venues.Deribit;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Tests.Deribit;

public sealed class DeribitHistoryTests : IDisposable
{
    private const string Good = "date,value\n2026-01-01,90000\n2026-01-02,91000\n2026-01-03,92000\n";

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("date,value\n2026-01-01,9\n2026-01-01,9\n", ":3:1: the day 2026-01-01 stands twice")]
    [InlineData("date,value\n2026-01-02,9\n2026-01-01,9\n", ":3:1: the day 2026-01-01 follows 2026-01-02; ascending days are expected")]
    [InlineData("date,value\n2026-13-01,9\n", ":2:1: '2026-13-01' is not a date")]
    [InlineData("date,value\n01/02/2026,9\n", ":2:1: '01/02/2026' is not a date")]
    [InlineData("date,value\n2026-01-01,-9\n", ":2:12: the level -9 of spot:BTC is not positive")]
    [InlineData("date,value\n2026-01-01,9 000\n", ":2:12: the level '9 000' is not a number")]
    [InlineData("date,value\n2026-01-01,\n", ":1:1: the file has no level of spot:BTC")]
    [InlineData("date,price\n2026-01-01,9\n", ":1:1: the header has no column 'Close' or 'value'")]
    [InlineData("day,value\n2026-01-01,9\n", ":1:1: the header has no column 'date'")]
    [InlineData("Date,Close,value\n2026-01-01,9,9\n", ":1:12: the header does not say which column is meant")]
    [InlineData("Date,Close\n2026-01-01,9\n2026-01-02,9\n2026-01-04,9\n", ":4:1: spot:BTC has no level on 2026-01-03, and the joined history lacks 1 days before 2026-01-04")]
    [InlineData("Date,Close\n2026-01-01,9\n", ":1:1: 1 days up to 2026-01-20 are common to the 1 history files")]
    [InlineData("[[1767225600000,9],\n [1767225600000,9]]", ":2:3: the day 2026-01-01 stands twice")]
    [InlineData("[[1767225600000,9],\n [\"x\",9]]", ":2:3: the cell is not a time in milliseconds")]
    [InlineData("[[1767225600000,9],\n [1767312000000,\"9\"]]", ":2:17: the cell is not a finite number or null")]
    [InlineData("[[1767225600000,9],\n [1767312000000,9,1]]", ":2:19: the row has 3 cells")]
    [InlineData("[[1767225600000,9],\n 7]", ":2:2: this is a number; a row [epoch milliseconds, level] is expected")]
    [InlineData("[[1767225600000,9],\n [1767312000000,", ":2:16: this is not JSON")]
    [InlineData("[[1767225600000,9],[1767312000000,9]]\n]", ":2:1: this is not JSON")]
    [InlineData("[[99999999999999999,9]]", ":1:3: the cell is not a time in milliseconds")]
    public void A_bad_history_is_refused_at_its_place(string text, string expected)
    {
        string path = folder.Write("spot.csv", text);
        string problem = Assert.Single(Refusal.Of(Sources(("spot:BTC", path))));
        Assert.StartsWith(path + expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Layouts_of_all_kinds_are_read_and_joined_on_common_days_up_to_the_as_of_date()
    {
        string spot = folder.Write("spot.csv", "Date,Open,Close\n2026-01-18 00:00:00+00:00,1,90000.5\n2026-01-19 00:00:00+00:00,1,91000\n2026-01-20 00:00:00+00:00,1,92000\n2026-01-21 00:00:00+00:00,1,93000\n");
        string vol = folder.Write("vol.json", "[[1768694400000,0.52],[1768780800000,0.53],[1768867200000,0.51]]");
        string basis = folder.Write("basis.csv", "date,value\n2026-01-17,0.1\n2026-01-18,-0.01\n2026-01-19,0\n2026-01-20,0.02\n");
        (var book, DeribitSummary summary) = DeribitImport.Read(Sources(("spot:BTC", spot), ("vol:BTC", vol), ("basis:BTC", basis)));
        FactorHistory history = book.History;
        Assert.Equal([new DateOnly(2026, 1, 18), new DateOnly(2026, 1, 19), new DateOnly(2026, 1, 20)], history.Dates);
        Assert.Equal([90000.5, 0.52, -0.01], Enumerable.Range(0, 3).Select(f => history.Level(0, f)));
        Assert.Contains("history: 1 levels after 2026-01-20 are left out", summary.Notes);
        Assert.DoesNotContain(summary.Notes, n => n.Contains("per cent", StringComparison.Ordinal));
        Assert.Equal(MissingRule.Reject, book.Settings.Calibration.Missing);
    }

    [Fact]
    public void A_level_that_the_file_leaves_empty_is_a_gap()
    {
        string path = folder.Write("spot.csv", "date,value\n2026-01-01,9\n2026-01-02,\n2026-01-03,9\n");
        Assert.Contains(":4:1: spot:BTC has no level on 2026-01-02", Assert.Single(Refusal.Of(Sources(("spot:BTC", path)))), StringComparison.Ordinal);
        (var book, DeribitSummary summary) = DeribitImport.Read(Sources(("spot:BTC", path)) with { Missing = MissingRule.Drop });
        Assert.Equal(2, book.History.Dates.Count);
        Assert.Contains("spot:BTC: 1 days without a level", summary.Notes);
    }

    [Fact]
    public void A_currency_without_a_spot_history_and_a_factor_given_twice_are_refused()
    {
        string path = folder.Write("x.csv", Good);
        Assert.Contains("no spot:BTC history is given", Assert.Single(Refusal.Of(Sources(("spot:ETH", path)))), StringComparison.Ordinal);
        Assert.Contains(
            "spot:BTC is given a second file", Assert.Single(Refusal.Of(Sources(("spot:BTC", path), ("spot:BTC", folder.Write("y.csv", Good))))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spot:BTC=a=b.csv", true)]
    [InlineData("spot:BTC=", false)]
    [InlineData("spot:BTC", false)]
    [InlineData("price:BTC=a.csv", false)]
    [InlineData("=a.csv", false)]
    public void A_history_source_is_a_factor_and_a_path(string text, bool valid)
    {
        Assert.Equal(valid, HistorySource.TryParse(text, out HistorySource? source));
        if (valid)
            Assert.Equal("a=b.csv", source!.Path);
    }

    public void Dispose() => folder.Dispose();

    private DeribitSources Sources(params (string Factor, string Path)[] histories) => new()
    {
        ChainFile = folder.Write("chain.csv", ChainText.File(ChainText.Row())),
        Histories = [.. histories.Select(h => HistorySource.TryParse($"{h.Factor}={h.Path}", out HistorySource? s) ? s : throw new ArgumentException(h.Factor))],
    };
}

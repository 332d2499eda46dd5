using GpuRisk.Data.Venues.Deribit;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Simulation.Revaluation;

namespace GpuRisk.Oracle.Tests;

/// <summary>Values today, as the revaluation starts from them, against the marks of the venue. Source: Deribit's option chains.</summary>
public sealed class VenueMarkTests
{
    [Theory]
    [InlineData("20251230T173115Z")]
    [InlineData("20260120T212118Z")]
    [InlineData("20260302T093957Z")]
    [InlineData("20260411T093319Z")]
    [InlineData("20260520T223926Z")]
    [InlineData("20260710T170642Z")]
    public void Values_of_a_snapshot_s_options_are_its_marks(string time)
    {
        (Book book, DeribitSummary summary) = DeribitImport.Read(new DeribitSources
        {
            ChainFile = Place($"deribit-chains-2026/deribit_options_snapshot_{time}.csv"),
            Histories = [History("spot:BTC", "crypto-ohlc-yahoo/BTC-USD.csv"), History("spot:ETH", "crypto-ohlc-yahoo/ETH-USD.csv")],
        });
        IReadOnlyList<InstrumentValue> values = InstrumentValues.Of(book);
        Assert.All(values, v => Assert.Null(v.Failure));
        Assert.All(book.Instruments.Zip(values), x => Assert.Equal(x.First is Option ? x.First.Underlying : x.Second.Currency, x.Second.Currency));
        MarkComparison comparison = MarkComparison.Of(summary.Marks, values.ToDictionary(v => v.Instrument, v => v.Value));
        TestContext.Current.TestOutputHelper?.WriteLine($"{comparison}");
        Assert.Equal((summary.RowsUsed, 0), (comparison.Count, comparison.Unpriced));
        Assert.True(comparison.Count > 1_000);
        Assert.InRange(comparison.Median, 0, Tolerance.VenueMarkMedian);
        Assert.InRange(comparison.Max, 0, Tolerance.VenueMark);
    }

    private static HistorySource History(string factor, string file)
    {
        Assert.True(HistorySource.TryParse($"{factor}={Place(file)}", out HistorySource? source));
        return source;
    }

    private static string Place(string file)
    {
        Assert.SkipWhen(Places.Missing(file) is not null, Places.Missing(file) ?? "");
        return Places.Shared(file);
    }
}

using System.Globalization;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Data.Venues.Deribit;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Simulation.Sensitivities;

namespace GpuRisk.Oracle.Tests;

/// <summary>
/// Deltas and vegas of a venue's inverse options. Source: Deribit's option chains. The venue's delta is w N(w d1), the sensitivity of the value
/// in dollars to the future; the value in the book's currency is coin times spot, whose sensitivity to spot, the forward moving along, is the
/// same number. The venue's vega is per point at the future, F n(d1) sqrt(T) / 100; ours is that times spot over forward.
/// </summary>
public sealed class VenueGreeksTests
{
    [Theory]
    [InlineData("20251230T173115Z")]
    [InlineData("20260120T212118Z")]
    [InlineData("20260302T093957Z")]
    [InlineData("20260411T093319Z")]
    [InlineData("20260520T223926Z")]
    [InlineData("20260710T170642Z")]
    public void Deltas_and_vegas_of_a_snapshot_s_options_are_the_venue_s(string time)
    {
        string chain = Place($"deribit-chains-2026/deribit_options_snapshot_{time}.csv");
        (Book book, _) = DeribitImport.Read(new DeribitSources
        {
            ChainFile = chain,
            Histories = [History("spot:BTC", "crypto-ohlc-yahoo/BTC-USD.csv"), History("spot:ETH", "crypto-ohlc-yahoo/ETH-USD.csv")],
        });
        using var processor = new CpuAccelerator(2);
        BookGreeks greeks = GreeksRun.OfInstruments(processor, book, CancellationToken.None);
        Assert.Empty(greeks.Failures);
        Dictionary<string, (double Delta, double Vega)> venue = Quoted(chain);
        List<double> deltas = [], vegas = [];
        foreach ((Instrument instrument, InstrumentGreeks own) in book.Instruments.Zip(greeks.Instruments))
        {
            if (instrument is not Option option || !venue.TryGetValue(option.Name, out (double Delta, double Vega) quoted))
                continue;
            double forward = book.Market.Forwards[new ForwardKey(option.Underlying, option.Expiry)];
            deltas.Add(Math.Abs(own.Greeks.Delta - quoted.Delta));
            vegas.Add(Math.Abs(own.Greeks.Vega / own.Greeks.Spot - quoted.Vega / forward));
        }
        deltas.Sort();
        vegas.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{deltas.Count} options; delta: median {deltas[deltas.Count / 2]:e2}, largest {deltas[^1]:e2}; vega over price: median {vegas[vegas.Count / 2]:e2}, largest {vegas[^1]:e2}"));
        Assert.True(deltas.Count > 1_000);
        Assert.InRange(deltas[deltas.Count / 2], 0, Tolerance.VenueDeltaMedian);
        Assert.InRange(vegas[vegas.Count / 2], 0, Tolerance.VenueVegaMedian);
    }

    private static Dictionary<string, (double Delta, double Vega)> Quoted(string chain)
    {
        string[][] rows = [.. File.ReadLines(chain).Select(line => line.Split(','))];
        int name = Array.IndexOf(rows[0], "instrument_name"), delta = Array.IndexOf(rows[0], "delta"), vega = Array.IndexOf(rows[0], "vega");
        return rows.Skip(1).DistinctBy(row => row[name]).ToDictionary(
            row => row[name],
            row => (double.Parse(row[delta], CultureInfo.InvariantCulture), double.Parse(row[vega], CultureInfo.InvariantCulture)), StringComparer.Ordinal);
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

using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;
using GpuRisk.Simulation.Revaluation;

namespace GpuRisk.Simulation.Tests;

/// <summary>Every kind of instrument against its definition, evaluated one number at a time.</summary>
public sealed class RevaluationTests
{
    [Fact]
    public void Every_kind_of_instrument_is_worth_its_definition_today()
    {
        Book book = MixedBook.OneAccountEach();
        var plain = new PlainValues(book);
        double[] values = InstrumentCompiler.Compile(book, MixedBook.Factors).BaseValue;
        for (int i = 0; i < values.Length; i++)
            AssertClose(book, plain, i, plain.ValueOf(book.Instruments[i]), values[i]);
    }

    [Fact]
    public void Every_kind_of_instrument_profits_by_its_definition_under_random_shocks()
    {
        Book book = MixedBook.OneAccountEach();
        AssertProfits(book, MixedBook.RandomShocks(300));
    }

    [Fact]
    public void Each_factor_alone_moves_what_it_should()
    {
        Book book = MixedBook.OneAccountEach();
        int n = MixedBook.Factors.Length;
        var values = new double[n * n];
        for (int f = 0; f < n; f++)
            values[f * n + f] = 0.1;
        var shocks = new ShockMatrix(MixedBook.Factors, n, values, "one at a time");
        double[][] profits = AssertProfits(book, shocks);
        // A coin's factors leave the other coin alone; the rate moves linear options alone.
        for (int i = 0; i < profits.Length; i++)
        {
            Instrument instrument = book.Instruments[i];
            for (int f = 0; f < n; f++)
            {
                bool moves = MixedBook.Factors[f].Kind switch
                {
                    FactorKind.Rate => instrument is Option { Settlement: Settlement.Linear },
                    FactorKind.Spot => MixedBook.Factors[f].Name == instrument.Underlying,
                    FactorKind.Vol => MixedBook.Factors[f].Name == instrument.Underlying && instrument is Option,
                    _ => MixedBook.Factors[f].Name == instrument.Underlying && instrument is Option or Future,
                };
                if (!moves)
                    Assert.InRange(profits[i][f], -Tolerance.OfNotional * NotionalOf(book, i), Tolerance.OfNotional * NotionalOf(book, i));
            }
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0)]
    [InlineData(0, 0.5)]
    [InlineData(-0.2, 1)]
    public void The_volatility_of_an_expiry_moves_by_its_own_power_of_time(double upToThirtyDays, double beyond)
    {
        BookBuilder builder = MixedBook.Instruments().AccountForEachInstrument();
        builder.Simulation = new SimulationSettings { VolatilityTermShort = upToThirtyDays, VolatilityTermLong = beyond };
        AssertProfits(builder.Build(), MixedBook.RandomShocks(40, seed: 2));
    }

    [Fact]
    public void Shocks_of_fewer_factors_leave_the_rest_of_the_market_where_it_is()
    {
        Book book = MixedBook.OneAccountEach();
        FactorId[] some = [new(FactorKind.Vol, "ETH"), new(FactorKind.Basis, "BTC")];
        var random = new SplitMix(3);
        AssertProfits(book, new ShockMatrix(some, 50, [.. Enumerable.Range(0, 100).Select(_ => 0.2 * random.Normal())], "two factors"));
        Assert.All(Pipeline.Profits(book, new ShockMatrix([new(FactorKind.Spot, "XYZ")], 20, new double[20], "other")), p => Assert.All(p, x => Assert.Equal(0, x, Tolerance.TenDecimals)));
    }

    [Fact]
    public void Moves_of_the_market_that_instruments_share_are_computed_once()
    {
        Book book = MixedBook.OneAccountEach();
        InstrumentTable table = InstrumentCompiler.Compile(book, MixedBook.Factors);
        Assert.Equal(book.Instruments.Count, table.ProfitRows);
        Assert.Equal(Enumerable.Range(0, table.ProfitRows), table.ProfitRow.Order());
        // For each coin spot, and for each of six expiries the forward, volatility up and down, spot over forward and the discount, which
        // both coins share; and the row that never moves.
        Assert.Equal(2 * (1 + 6 * 4) + 6 + 1, table.MarketRows);
        Assert.Equal(1, InstrumentCompiler.Compile(book, []).MarketRows);
    }

    private static double[][] AssertProfits(Book book, ShockMatrix shocks)
    {
        double[][] profits = Pipeline.Profits(book, shocks);
        var plain = new PlainValues(book);
        ReadOnlySpan<double> values = shocks.Values.Span;
        for (int s = 0; s < shocks.Scenarios; s++)
        {
            Dictionary<FactorId, double> moves = [];
            for (int f = 0; f < shocks.Factors.Count; f++)
                moves.Add(shocks.Factors[f], values[f * shocks.Scenarios + s]);
            for (int i = 0; i < profits.Length; i++)
                AssertClose(book, plain, i, plain.ProfitOf(book.Instruments[i], moves), profits[i][s]);
        }
        return profits;
    }

    private static void AssertClose(Book book, PlainValues plain, int instrument, double expected, double actual)
    {
        // A scenario may make a contract many times its size of today; its roundings grow with it.
        double tolerance = Tolerance.OfNotional * Math.Max(plain.NotionalOf(book.Instruments[instrument]), Math.Abs(expected));
        Assert.True(
            Math.Abs(expected - actual) <= tolerance, $"{book.Instruments[instrument]}: expected {expected:R}, computed {actual:R}, tolerance {tolerance:R}");
    }

    private static double NotionalOf(Book book, int instrument) => new PlainValues(book).NotionalOf(book.Instruments[instrument]);
}

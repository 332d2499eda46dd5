using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Sensitivities;

namespace GpuRisk.Simulation.Tests.Sensitivities;

/// <summary>
/// The Greeks of every kind of instrument against differences of the house's own revaluation. Shocks are logarithmic in spot and volatility, so
/// the derivatives by them are S dV/dS, S^2 d2V/dS2 + S dV/dS and so on. Differences are central and of fourth order.
/// </summary>
public sealed class FiniteDifferenceTests
{
    private const double Step = 1e-4;
    private const double Point = 0.01;

    private static readonly (int Spot, int Vol, int Basis, int Rate)[] Stencil =
    [
        .. new[] { 1, -1, 2, -2 }.SelectMany(k => new[] { (k, 0, 0, 0), (0, k, 0, 0), (0, 0, k, 0), (0, 0, 0, k), (k, k, 0, 0), (k, -k, 0, 0) }),
    ];

    private readonly Book book = Build();

    [Fact]
    public void Greeks_by_spot_volatility_carry_and_rate_are_differences_of_the_revaluation()
    {
        double[][] profits = Pipeline.Profits(book, Shocks());
        IReadOnlyList<InstrumentGreeks> greeks = Greeks(book);
        var plain = new PlainValues(book);
        for (int i = 0; i < greeks.Count; i++)
        {
            double At(int s, int v, int b, int r) => (s, v, b, r) == (0, 0, 0, 0) ? 0 : profits[i][Array.IndexOf(Stencil, (s, v, b, r))];
            (Greeks g, double sigma) = (greeks[i].Greeks, book.Market.Volatilities.GetValueOrDefault(greeks[i].Instrument));
            double scale = plain.NotionalOf(book.Instruments[i]);
            void Same(string what, double expected, double actual) => AssertNear($"{what} of {greeks[i].Instrument}", expected, actual, scale);
            Same("delta", First(k => At(k, 0, 0, 0)), g.DeltaCash);
            Same("gamma", Second(k => At(k, 0, 0, 0)), 100 * g.GammaCash + g.DeltaCash);
            Same("vega", First(k => At(0, k, 0, 0)), sigma * g.Vega / Point);
            Same("volga", Second(k => At(0, k, 0, 0)), sigma * (sigma * g.Volga / Point + g.Vega) / Point);
            Same("vanna", (Second(k => At(k, k, 0, 0)) - Second(k => At(k, -k, 0, 0))) / 4, g.Spot * sigma * g.Vanna / Point);
            Same("carry rho", First(k => At(0, 0, k, 0)), g.CarryRho / Point);
            Same("rho", First(k => At(0, 0, 0, k)), g.Rho / Point);
        }
    }

    /// <summary>A moment earlier and later with spot, each forward's carry, volatilities and rates as they are.</summary>
    [Fact]
    public void Theta_is_the_difference_of_values_at_two_moments()
    {
        // A thousandth of the shortest expiry, six hours.
        TimeSpan moment = TimeSpan.FromSeconds(20);
        IReadOnlyList<InstrumentGreeks> greeks = Greeks(book);
        double[][] values = [.. new[] { 1, -1, 2, -2 }.Select(k => InstrumentCompiler.Compile(At(k * moment), []).BaseValue)];
        var plain = new PlainValues(book);
        for (int i = 0; i < greeks.Count; i++)
        {
            double first = (8 * (values[0][i] - values[1][i]) - (values[2][i] - values[3][i])) / (12 * moment.TotalDays);
            Assert.True(
                Math.Abs(first - greeks[i].Greeks.Theta) <= Tolerance.ThetaDifference * plain.NotionalOf(book.Instruments[i]),
                $"theta of {greeks[i].Instrument}: {first} against {greeks[i].Greeks.Theta}");
        }
    }

    private static double First(Func<int, double> at) => (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * Step);

    private static double Second(Func<int, double> at) => (16 * (at(1) + at(-1)) - (at(2) + at(-2)) - 30 * at(0)) / (12 * Step * Step);

    private static void AssertNear(string what, double expected, double actual, double scale) => Assert.True(
        Math.Abs(expected - actual) <= Tolerance.GreekDifference * (scale + Math.Abs(actual)), $"{what}: {expected} against {actual}");

    private static IReadOnlyList<InstrumentGreeks> Greeks(Book book)
    {
        using var processor = new CpuAccelerator(2);
        BookGreeks greeks = GreeksRun.OfInstruments(processor, book, CancellationToken.None);
        Assert.Empty(greeks.Failures);
        Assert.Equal(InstrumentCompiler.Compile(book, []).BaseValue, greeks.Instruments.Select(g => g.Value));
        return greeks.Instruments;
    }

    private static ShockMatrix Shocks()
    {
        var values = new double[MixedBook.Factors.Length * Stencil.Length];
        for (int f = 0; f < MixedBook.Factors.Length; f++)
        {
            for (int s = 0; s < Stencil.Length; s++)
            {
                values[f * Stencil.Length + s] = Step * MixedBook.Factors[f].Kind switch
                {
                    FactorKind.Spot => Stencil[s].Spot,
                    FactorKind.Vol => Stencil[s].Vol,
                    FactorKind.Basis => Stencil[s].Basis,
                    _ => Stencil[s].Rate,
                };
            }
        }
        return new ShockMatrix(MixedBook.Factors, Stencil.Length, values, "stencil");
    }

    /// <summary>Every kind of instrument, volatilities that move alike at all expiries, and references that stay where they are.</summary>
    private static Book Build()
    {
        BookBuilder builder = MixedBook.Instruments().AccountForEachInstrument();
        builder.Simulation = new SimulationSettings { VolatilityTermShort = 0, VolatilityTermLong = 0 };
        Book mixed = builder.Build();
        return With(mixed, mixed.Market, [.. mixed.Instruments.Select(i => Pinned(i, mixed.Market))]);
    }

    private static Instrument Pinned(Instrument instrument, MarketSnapshot market) => instrument switch
    {
        Future { Reference: null } f => f with { Reference = market.Forwards[new ForwardKey(f.Underlying, f.Expiry)] },
        Perpetual { Reference: null } p => p with { Reference = market.Spots[p.Underlying] },
        _ => instrument,
    };

    /// <summary>The book as of another time, forwards slid along their carry.</summary>
    private Book At(TimeSpan later)
    {
        MarketSnapshot m = book.Market;
        var market = new MarketSnapshot
        {
            AsOf = m.AsOf + later,
            Spots = m.Spots,
            Volatilities = m.Volatilities,
            Rates = m.Rates,
            Forwards = m.Forwards.ToDictionary(
                f => f.Key,
                f => m.Spots[f.Key.Underlying] * Math.Pow(f.Value / m.Spots[f.Key.Underlying], (f.Key.Expiry - m.AsOf - later) / (f.Key.Expiry - m.AsOf))),
        };
        return With(book, market, book.Instruments);
    }

    private static Book With(Book book, MarketSnapshot market, IReadOnlyList<Instrument> instruments) => new()
    {
        Name = book.Name,
        Currency = book.Currency,
        Instruments = instruments,
        Positions = book.Positions,
        Market = market,
        History = book.History,
        Settings = book.Settings,
    };
}

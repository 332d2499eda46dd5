using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Measures;
using GpuRisk.Simulation.Sensitivities;

namespace GpuRisk.Simulation.Tests.Sensitivities;

/// <summary>Options at the ends of what a book may hold: their Greeks are finite and of the right size, or missing with a reason.</summary>
public sealed class GreeksExtremesTests
{
    public static TheoryData<double, double, double> Terms
    {
        get
        {
            var terms = new TheoryData<double, double, double>();
            // A minute, a day, thirty years.
            foreach (double days in new[] { 1.0 / 1440, 1, 10_950 })
            {
                foreach (double volatility in new[] { 0.001, 0.5, 20, 1e6 })
                {
                    foreach (double moneyness in new[] { 1e-6, 0.5, 1, 2, 1e6 })
                        terms.Add(days, volatility, moneyness);
                }
            }
            return terms;
        }
    }

    [Theory]
    [MemberData(nameof(Terms))]
    public void Greeks_are_finite_within_their_bounds(double days, double volatility, double moneyness)
    {
        const double spot = 50_000;
        DateTimeOffset expiry = BookBuilder.AsOf.AddDays(days);
        BookBuilder book = new BookBuilder().Spot("BTC", spot).Forward("BTC", expiry, spot);
        foreach (Settlement settlement in Enum.GetValues<Settlement>())
        {
            foreach (OptionRight right in Enum.GetValues<OptionRight>())
                book.Instrument(new Option($"{settlement} {right}", "BTC", expiry, moneyness * spot, right, settlement), volatility);
        }
        using var processor = new CpuAccelerator(1);
        BookGreeks greeks = GreeksRun.OfInstruments(processor, book.Build(), CancellationToken.None);
        Assert.Empty(greeks.Failures);
        foreach (InstrumentGreeks instrument in greeks.Instruments)
        {
            Greeks g = instrument.Greeks;
            Assert.All([g.Delta, g.Gamma, g.Vega, g.Theta, g.Rho, g.CarryRho, g.Vanna, g.Volga], figure => Assert.True(double.IsFinite(figure), $"{instrument}"));
            // Delta is at most 1 in size; S sigma sqrt(T) gamma and vega / (S sqrt(T)) at most the density at 0.
            double root = Math.Sqrt(days / 365), peak = 1 / Math.Sqrt(2 * Math.PI) * (1 + Tolerance.Rounding);
            Assert.InRange(Math.Abs(g.Delta), 0, 1);
            Assert.InRange(g.Gamma * spot * volatility * root, 0, peak);
            Assert.InRange(g.Vega * 100 / (spot * root), 0, peak);
        }
    }
}

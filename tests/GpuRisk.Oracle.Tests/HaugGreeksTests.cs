using System.Globalization;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Measures;
using GpuRisk.Simulation.Sensitivities;

namespace GpuRisk.Oracle.Tests;

/// <summary>
/// Published Greeks of options on a stock with a dividend yield. Source: Haug, "Option Pricing Formulas" (1998), chapter 2. There the
/// carry is b = r - q with the rate and the yield as the variables, so his rho is rho and carry rho together and his dividend rho minus the
/// carry rho; both, and vega, are for a whole unit, and theta is for a year.
/// </summary>
public sealed class HaugGreeksTests
{
    [Fact]
    public void Eleven_published_Greeks()
    {
        const string file = "black-scholes-haug/haug_greeks.csv";
        Assert.SkipWhen(Places.Missing(file) is not null, Places.Missing(file) ?? "");
        string[][] rows = [.. File.ReadLines(Places.Shared(file)).Skip(1).Select(line => line.Split(','))];
        Assert.Equal(11, rows.Length);
        foreach (string[] row in rows)
        {
            double[] x = [.. row[2..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
            InstrumentGreeks instrument = Of(row[1] == "Call" ? OptionRight.Call : OptionRight.Put, strike: x[0], spot: x[1], yield: x[2], rate: x[3], time: x[4], volatility: x[5]);
            Greeks g = instrument.Greeks;
            double actual = row[0] switch
            {
                "delta" => g.Delta,
                "elasticity" => g.DeltaCash / instrument.Value,
                "gamma" => g.Gamma,
                "vega" => g.Vega / 0.01,
                "theta" => g.Theta * 365,
                "thetaPerDay" => g.Theta,
                "rho" => (g.Rho + g.CarryRho) / 0.01,
                _ => -g.CarryRho / 0.01,
            };
            TestContext.Current.TestOutputHelper?.WriteLine($"{row[0]} {row[1]}: {actual} against {x[6]}");
            Assert.True(Math.Abs(actual - x[6]) <= Tolerance.HaugPrinted, $"{row[0]}, {row[1]}: {actual} against {x[6]}");
        }
    }

    private static InstrumentGreeks Of(OptionRight right, double strike, double spot, double yield, double rate, double time, double volatility)
    {
        DateTimeOffset expiry = BookBuilder.AsOf.AddDays(365 * time);
        var book = new BookBuilder().Spot("X", spot).Rate("USD", rate).Forward("X", expiry, spot * Math.Exp((rate - yield) * time));
        book.Instrument(new Option("option", "X", expiry, strike, right, Settlement.Linear), volatility);
        using var processor = new CpuAccelerator(1);
        return GreeksRun.OfInstruments(processor, book.Build(), CancellationToken.None).Instruments[0];
    }
}

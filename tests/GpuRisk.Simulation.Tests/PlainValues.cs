using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Simulation.Tests;

/// <summary>
/// Values of instruments under shocks straight from their definitions, one number at a time with the system's elementary functions:
/// shares nothing with the kernels.
/// </summary>
internal sealed class PlainValues(Book book)
{
    private static readonly IReadOnlyDictionary<FactorId, double> Today = new Dictionary<FactorId, double>();

    public double ProfitOf(Instrument instrument, IReadOnlyDictionary<FactorId, double> shocks) => ValueOf(instrument, shocks) - ValueOf(instrument, Today);

    public double ValueOf(Instrument instrument) => ValueOf(instrument, Today);

    /// <summary>The size beside which a rounding counts: what the contract's unit is worth.</summary>
    public double NotionalOf(Instrument instrument) => instrument switch
    {
        Option o => o.Multiplier * Math.Max(o.Strike, book.Market.Spots[o.Underlying]),
        Future { Settlement: Settlement.Inverse } or Perpetual { Settlement: Settlement.Inverse } => 2 * instrument.Multiplier,
        _ => instrument.Multiplier * book.Market.Spots[instrument.Underlying],
    };

    /// <summary>Value of one unit in the book's currency.</summary>
    private double ValueOf(Instrument instrument, IReadOnlyDictionary<FactorId, double> shocks)
    {
        double Shock(FactorKind kind, string name) => shocks.GetValueOrDefault(new FactorId(kind, name));
        string underlying = instrument.Underlying;
        double spot = book.Market.Spots[underlying] * Math.Exp(Shock(FactorKind.Spot, underlying));
        double Forward(DateTimeOffset expiry) =>
            book.Market.Forwards[new ForwardKey(underlying, expiry)]
            * Math.Exp(Shock(FactorKind.Spot, underlying) + Shock(FactorKind.Basis, underlying) * Years(expiry));
        switch (instrument)
        {
            case Option option:
                double years = Years(option.Expiry);
                double sigma = book.Market.Volatilities[option.Name] * Math.Exp(Shock(FactorKind.Vol, underlying) * TermOf(years));
                double forward = Forward(option.Expiry);
                double undiscounted = Black(forward, option.Strike, sigma * Math.Sqrt(years), option.Right);
                double rate = book.Market.Rates.GetValueOrDefault(book.Currency) + Shock(FactorKind.Rate, book.Currency);
                return option.Multiplier * undiscounted * (option.Settlement == Settlement.Linear ? Math.Exp(-rate * years) : spot / forward);
            case Future future:
                return Contract(future, future.Settlement, Forward(future.Expiry), future.Reference ?? book.Market.Forwards[new ForwardKey(underlying, future.Expiry)], spot);
            case Perpetual perpetual:
                return Contract(perpetual, perpetual.Settlement, spot, perpetual.Reference ?? book.Market.Spots[underlying], spot);
            default:
                return instrument.Multiplier * spot;
        }
    }

    private static double Contract(Instrument contract, Settlement settlement, double price, double reference, double spot) =>
        settlement == Settlement.Linear ? contract.Multiplier * (price - reference) : contract.Multiplier * (1 / reference - 1 / price) * spot;

    private double TermOf(double years)
    {
        SimulationSettings settings = book.Settings.Simulation;
        double days = years * 365;
        return Math.Pow(30 / days, days <= 30 ? settings.VolatilityTermShort : settings.VolatilityTermLong);
    }

    private double Years(DateTimeOffset expiry) => (expiry - book.Market.AsOf).TotalDays / 365;

    /// <summary>Black (1976), undiscounted.</summary>
    private static double Black(double forward, double strike, double deviation, OptionRight right)
    {
        double d1 = Math.Log(forward / strike) / deviation + deviation / 2;
        double d2 = d1 - deviation;
        return right == OptionRight.Call
            ? forward * Normal(d1) - strike * Normal(d2)
            : strike * Normal(-d2) - forward * Normal(-d1);
    }

    /// <summary>The normal distribution by its series (Marsaglia, 2004), to about 1e-16.</summary>
    private static double Normal(double x)
    {
        if (Math.Abs(x) > 8.5)
            return x > 0 ? 1 : 0;
        double term = x, sum = x;
        for (int k = 3; Math.Abs(term) > 1e-18 * Math.Abs(sum); k += 2)
        {
            term *= x * x / k;
            sum += term;
        }
        return 0.5 + sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
    }
}

using System.Runtime.InteropServices;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;
using GpuRisk.Kernels;
using GpuRisk.Kernels.Pricing;

namespace GpuRisk.Simulation.Revaluation;

/// <summary>
/// Turns instruments and today's market into the numbers of <see cref="RevaluationKernels"/>, and values each instrument today.
/// Linear contracts settle in the book's currency; an inverse contract's coin value is turned into it at spot.
/// </summary>
public sealed class InstrumentCompiler
{
    private readonly MarketSnapshot market;
    private readonly SimulationSettings settings;
    private readonly string currency;
    private readonly MarketRows rows;
    private readonly List<double> optionReals = [];
    private readonly List<int> optionRows = [];
    private readonly List<double> linearReals = [];
    private readonly List<int> linearRows = [];
    private readonly List<PricingFailure> failures = [];

    private InstrumentCompiler(Book book, IReadOnlyList<FactorId> factors)
    {
        market = book.Market;
        settings = book.Settings.Simulation;
        currency = book.Currency;
        rows = new MarketRows(factors);
    }

    /// <param name="factors">The factors that are simulated, in the order of the shocks; the others do not move.</param>
    public static InstrumentTable Compile(Book book, IReadOnlyList<FactorId> factors)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(factors);
        return new InstrumentCompiler(book, factors).Compile(book.Instruments);
    }

    private InstrumentTable Compile(IReadOnlyList<Instrument> instruments)
    {
        var values = new double[instruments.Count];
        var profitRow = new int[instruments.Count];
        var isOption = new bool[instruments.Count];
        for (int i = 0; i < instruments.Count; i++)
        {
            isOption[i] = instruments[i] is Option;
            profitRow[i] = isOption[i] ? optionRows.Count / RevaluationKernels.OptionRows : linearRows.Count / RevaluationKernels.LinearRows;
            values[i] = instruments[i] switch
            {
                Option option => Add(option),
                Future future => Add(future, Forward(future.Underlying, future.Expiry), future.Expiry, future.Settlement, future.Reference),
                Perpetual perpetual => Add(perpetual, Spot(perpetual.Underlying), null, perpetual.Settlement, perpetual.Reference),
                _ => AddSpot(instruments[i]),
            };
            if (!double.IsFinite(values[i]))
                values[i] = Fail(instruments[i]);
        }
        int options = optionRows.Count / RevaluationKernels.OptionRows;
        for (int i = 0; i < instruments.Count; i++)
            profitRow[i] += isOption[i] ? 0 : options;
        return Table(options, profitRow, values);
    }

    private InstrumentTable Table(int options, int[] profitRow, double[] values)
    {
        if (rows.Count == 0)
            rows.AddConstant();
        return new InstrumentTable
        {
            Options = options,
            Linears = linearRows.Count / RevaluationKernels.LinearRows,
            ProfitRow = profitRow,
            BaseValue = values,
            OptionReals = [.. optionReals],
            OptionRows = [.. optionRows],
            LinearReals = [.. linearReals],
            LinearRows = [.. linearRows],
            MarketRows = rows.Count,
            MarketFactors = rows.FactorIndices(),
            MarketWeights = rows.Weights(),
            Failures = failures,
        };
    }

    private double Add(Option option)
    {
        double time = DayCount.Years(market.AsOf, option.Expiry);
        double forward = Forward(option.Underlying, option.Expiry);
        double volatility = market.Volatilities[option.Name];
        double deviation = volatility * Math.Sqrt(time);
        double w = option.Right == OptionRight.Call ? 1 : -1;
        bool inverse = option.Settlement == Settlement.Inverse;
        double unit = inverse ? Spot(option.Underlying) / forward : ScalarMath.Exp(-Rate() * time);
        double h0 = ScalarMath.Log(forward / option.Strike);
        double inverseDeviation = w * Black76.InverseRootTwo / deviation;
        double v = 0.5 * w * Black76.InverseRootTwo * deviation;
        double scale = w * option.Multiplier * unit * forward;
        double value = ScalarMath.Black76SignedValue(1, option.Strike / forward, h0 * inverseDeviation, 1, v) * scale;
        optionReals.AddRange([h0, inverseDeviation, v, option.Strike / forward, scale, value, 0, 0]);
        double term = VolatilityTerm.Scale(time, settings);
        var vol = new FactorId(FactorKind.Vol, option.Underlying);
        optionRows.AddRange(
        [
            ForwardRow(option.Underlying, time),
            rows.Add(vol, term),
            rows.Add(vol, -term),
            inverse ? SpotOverForwardRow(option.Underlying, time) : rows.Add(new FactorId(FactorKind.Rate, currency), -time),
        ]);
        return value;
    }

    /// <summary>Linear: N (F - R). Inverse: N (1/R - 1/F) coin = N (S/R - S/F) in the book's currency.</summary>
    private double Add(Instrument contract, double forward, DateTimeOffset? expiry, Settlement settlement, double? reference)
    {
        double time = expiry is { } instant ? DayCount.Years(market.AsOf, instant) : 0;
        double settled = reference ?? forward;
        double n = contract.Multiplier;
        double spot = Spot(contract.Underlying);
        int forwardRow = ForwardRow(contract.Underlying, time);
        if (settlement == Settlement.Linear)
            return AddLinear(n * forward, 0, 0, -n * settled, forwardRow, rows.AddConstant(), rows.AddConstant());
        int spotRow = rows.Add(new FactorId(FactorKind.Spot, contract.Underlying), 1);
        return AddLinear(0, n * spot / settled, -n * spot / forward, 0, forwardRow, spotRow, SpotOverForwardRow(contract.Underlying, time));
    }

    private double AddSpot(Instrument holding)
    {
        int row = rows.Add(new FactorId(FactorKind.Spot, holding.Underlying), 1);
        return AddLinear(0, holding.Multiplier * Spot(holding.Underlying), 0, 0, row, row, rows.AddConstant());
    }

    /// <summary>Value = a f + b m + c d + e; the kernel's constant takes today's value off, so that it yields profit.</summary>
    private double AddLinear(double a, double b, double c, double e, int forwardRow, int spotRow, int settlementRow)
    {
        double value = a + b + c + e;
        linearReals.AddRange([a, b, c, e - value]);
        linearRows.AddRange([forwardRow, spotRow, settlementRow, 0]);
        return value;
    }

    /// <summary>Puts a contract without profit in the place of the last one: neither its numbers nor its market moves may be read.</summary>
    private double Fail(Instrument instrument)
    {
        int still = rows.AddConstant();
        if (instrument is Option)
        {
            Overwrite(optionReals, [0, 1, 1, 1, 0, 0, 0, 0]);
            Overwrite(optionRows, [still, still, still, still]);
        }
        else
        {
            Overwrite(linearReals, [0, 0, 0, 0]);
            Overwrite(linearRows, [still, still, still, still]);
        }
        failures.Add(new PricingFailure(instrument.Name, "its value today is not a finite number"));
        return double.NaN;
    }

    private static void Overwrite<T>(List<T> list, ReadOnlySpan<T> end) => end.CopyTo(CollectionsMarshal.AsSpan(list)[^end.Length..]);

    private int ForwardRow(string underlying, double time) =>
        rows.Add(new FactorId(FactorKind.Spot, underlying), 1, new FactorId(FactorKind.Basis, underlying), time);

    private int SpotOverForwardRow(string underlying, double time) => rows.Add(new FactorId(FactorKind.Basis, underlying), -time);

    private double Spot(string underlying) => market.Spots[underlying];

    private double Forward(string underlying, DateTimeOffset expiry) => market.Forwards[new ForwardKey(underlying, expiry)];

    private double Rate() => market.Rates.GetValueOrDefault(currency);
}

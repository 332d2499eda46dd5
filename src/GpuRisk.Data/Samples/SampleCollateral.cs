using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Samples;

/// <summary>
/// What the synthetic accounts have deposited: cash, coin or both, a fraction of their exposure. One account in eight is
/// thin: it holds so little that it may fall short of its margin.
/// </summary>
internal sealed class SampleCollateral(
    SampleExchange exchange, PositionTable positions, IReadOnlyList<SampleUnderlying> underlyings, string currency)
{
    private const int CashStep = 100;

    /// <summary>The currency is not in the list: it counts in full.</summary>
    public static IReadOnlyList<HaircutSchedule> Haircuts(IReadOnlyList<SampleUnderlying> underlyings) =>
    [
        .. underlyings.Select(underlying => new HaircutSchedule(underlying.Name, underlying.HasBasis
            ? [new(0, 100_000, 0.05), new(100_000, 500_000, 0.1), new(500_000, double.PositiveInfinity, 0.2)]
            : [new(0, 50_000, 0.1), new(50_000, 250_000, 0.25)])),
    ];

    /// <summary>Row after row in the order of the accounts, cash before coin.</summary>
    public IReadOnlyList<CollateralHolding> Make(ulong seed)
    {
        List<CollateralHolding> holdings = [];
        IReadOnlyList<string> accounts = positions.Accounts;
        for (int account = 0; account < accounts.Count; account++)
        {
            SplitMix64 random = SplitMix64.Stream(seed, SampleStream.Collateral(account));
            bool isThin = random.NextBelow(8) == 7;
            double fraction = isThin ? 0.005 + (0.02 * random.NextUniform()) : 0.15 + (0.45 * random.NextUniform());
            double value = fraction * Exposure(account);
            // Cash alone, coin alone, or part of each.
            double cash = random.NextBelow(3) switch { 0 => 1, 1 => 0, _ => 0.2 + (0.6 * random.NextUniform()) };
            SampleUnderlying coin = underlyings[random.NextBelow(Math.Min(2, underlyings.Count))];
            if (cash > 0)
                holdings.Add(new CollateralHolding(accounts[account], currency, CashStep * Math.Ceiling(cash * value / CashStep)));
            if (cash < 1)
                holdings.Add(new CollateralHolding(accounts[account], coin.Name, Grid.Lots((1 - cash) * value / coin.Price, 10_000)));
        }
        return holdings;
    }

    /// <summary>Net notional and a tenth of the gross, in the book's currency at today's spots.</summary>
    private double Exposure(int account)
    {
        ReadOnlySpan<int> rowStart = positions.RowStart.Span;
        double net = 0, gross = 0;
        for (int entry = rowStart[account]; entry < rowStart[account + 1]; entry++)
        {
            Instrument instrument = exchange.Instruments[positions.Instrument.Span[entry]];
            bool isInCurrency = instrument is Future { Settlement: Settlement.Inverse } or Perpetual { Settlement: Settlement.Inverse };
            double unit = isInCurrency ? instrument.Multiplier : instrument.Multiplier * exchange.Spots[instrument.Underlying];
            net += positions.Quantity.Span[entry] * unit;
            gross += Math.Abs(positions.Quantity.Span[entry]) * unit;
        }
        return Math.Abs(net) + (0.1 * gross);
    }
}

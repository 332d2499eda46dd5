using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Samples;

/// <summary>
/// A synthetic book of any size: an exchange's instruments, accounts and history, all made from a seed. The same size gives
/// the same bits on every machine, because only +, -, *, / and square roots of doubles are used, which IEEE 754 rounds correctly.
/// </summary>
public static class SampleBook
{
    /// <summary>The as-of instant of every synthetic book.</summary>
    public static DateTimeOffset AsOf { get; } = new(2026, 6, 30, 8, 0, 0, TimeSpan.Zero);

    private const string Currency = "USD";

    private const double DollarRate = 0.04;

    /// <exception cref="ArgumentException">The size has <see cref="SampleSize.Violations"/>.</exception>
    public static Book Make(SampleSize size)
    {
        IReadOnlyList<string> violations = size.Violations;
        if (violations.Count > 0)
            throw new ArgumentException(string.Join(" ", violations), nameof(size));

        IReadOnlyList<SampleUnderlying> underlyings = SampleUnderlying.List(size.Underlyings, size.Seed);
        DateOnly last = DateOnly.FromDateTime(AsOf.UtcDateTime);
        FactorHistory history = SampleHistory.Make(underlyings, size.HistoryDays, last, size.Seed);
        SampleExchange exchange = ListAll(size, underlyings, history);
        PositionTable positions = new SampleAccounts(exchange.Listings, exchange.Instruments.Count).Make(size.Accounts, size.Seed);
        return new Book
        {
            Name = "sample",
            Currency = Currency,
            Instruments = exchange.Instruments,
            Positions = positions,
            Market = new MarketSnapshot
            {
                AsOf = AsOf,
                Spots = exchange.Spots,
                Forwards = exchange.Forwards,
                Volatilities = exchange.Volatilities,
                Rates = new Dictionary<string, double> { [Currency] = DollarRate },
            },
            History = history,
            Collateral = new SampleCollateral(exchange, positions, underlyings, Currency).Make(size.Seed),
            Haircuts = SampleCollateral.Haircuts(underlyings),
            Settings = new BookSettings(),
        };
    }

    private static SampleExchange ListAll(SampleSize size, IReadOnlyList<SampleUnderlying> underlyings, FactorHistory history)
    {
        SampleExchange exchange = new(AsOf);
        int today = history.Dates.Count - 1;
        int basis = 2 * underlyings.Count;
        for (int u = 0; u < underlyings.Count; u++)
        {
            SampleUnderlying underlying = underlyings[u];
            double carry = underlying.HasBasis ? history.Level(today, basis++) : underlying.Carry;
            int count = size.Instruments / underlyings.Count + (u < size.Instruments % underlyings.Count ? 1 : 0);
            exchange.List(underlying, history.Level(today, u), history.Level(today, underlyings.Count + u), carry, count);
        }
        return exchange;
    }
}

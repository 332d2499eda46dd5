using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Simulation.Tests;

/// <summary>A book with every kind of instrument on two coins, in short and long expiries.</summary>
internal static class MixedBook
{
    public static readonly FactorId[] Factors =
    [
        new(FactorKind.Spot, "BTC"), new(FactorKind.Vol, "BTC"), new(FactorKind.Basis, "BTC"),
        new(FactorKind.Spot, "ETH"), new(FactorKind.Vol, "ETH"), new(FactorKind.Basis, "ETH"), new(FactorKind.Rate, "USD"),
    ];

    /// <summary>Every instrument; no account.</summary>
    public static BookBuilder Instruments()
    {
        var book = new BookBuilder { Simulation = new SimulationSettings { VolatilityTermShort = 0.3, VolatilityTermLong = 0.13 } };
        book.Rate("USD", 0.04);
        foreach ((string coin, double spot) in new[] { ("BTC", 90_000.0), ("ETH", 3_000.0) })
        {
            book.Spot(coin, spot).Instrument(new Spot(coin + "-SPOT", coin, 2));
            foreach (Settlement settlement in Enum.GetValues<Settlement>())
            {
                book.Instrument(new Perpetual($"{coin}-PERP-{settlement}", coin, settlement, null, 10));
                book.Instrument(new Perpetual($"{coin}-PERP-{settlement}-OLD", coin, settlement, 0.9 * spot, 10));
            }
            foreach (double days in new[] { 0.25, 7, 30, 31, 180, 700 })
                AddExpiry(book, coin, spot, days);
        }
        return book;
    }

    /// <summary>One account an instrument, in the order of the book.</summary>
    public static Book OneAccountEach() => Instruments().AccountForEachInstrument().Build();

    /// <summary>Accounts with random positions.</summary>
    public static Book WithAccounts(int accounts, ulong seed = 1, MarginSettings? margin = null)
    {
        BookBuilder book = Instruments();
        int count = book.Build().Instruments.Count;
        var random = new SplitMix(seed);
        for (int a = 0; a < accounts; a++)
        {
            (int, double)[] positions = [.. Enumerable.Range(0, count).Where(_ => random.Below(4) == 0).Select(i => (i, Math.Round(random.Uniform(-9, 9), 1)))];
            book.Account($"A{a}", positions);
        }
        book.Margin = margin ?? new MarginSettings();
        return book.Build();
    }

    /// <summary>A model with moderate moves, all factors correlated.</summary>
    public static EllipticalModel Model()
    {
        int n = Factors.Length;
        var cholesky = new double[n * n];
        for (int f = 0; f < n; f++)
        {
            for (int k = 0; k <= f; k++)
                cholesky[f * n + k] = k == f ? Math.Sqrt(1 - 0.09 * f) : 0.3;
        }
        return new EllipticalModel { Factors = Factors, Volatilities = [0.04, 0.06, 0.01, 0.05, 0.07, 0.012, 0.002], Cholesky = cholesky, Name = "test" };
    }

    public static ShockMatrix RandomShocks(int scenarios, ulong seed = 1)
    {
        var random = new SplitMix(seed);
        double[] width = [0.3, 0.5, 0.1, 0.4, 0.6, 0.15, 0.02];
        double[] values = [.. Enumerable.Range(0, Factors.Length * scenarios).Select(i => width[i / scenarios] * random.Normal())];
        return new ShockMatrix(Factors, scenarios, values, "random");
    }

    private static void AddExpiry(BookBuilder book, string coin, double spot, double days)
    {
        DateTimeOffset expiry = BookBuilder.AsOf.AddDays(days);
        book.Forward(coin, expiry, spot * (1 + 0.0002 * days));
        foreach (Settlement settlement in Enum.GetValues<Settlement>())
        {
            book.Instrument(new Future($"{coin}-{days}-{settlement}", coin, expiry, settlement, null, settlement == Settlement.Inverse ? 100 : 0.5));
            book.Instrument(new Future($"{coin}-{days}-{settlement}-OLD", coin, expiry, settlement, 1.1 * spot, 3));
            foreach (double moneyness in new[] { 0.6, 1, 1.5 })
            {
                foreach (OptionRight right in Enum.GetValues<OptionRight>())
                {
                    var option = new Option($"{coin}-{days}-{moneyness}-{right}-{settlement}", coin, expiry, moneyness * spot, right, settlement, 1.5);
                    book.Instrument(option, 0.4 + Math.Abs(moneyness - 1) / 2);
                }
            }
        }
    }
}

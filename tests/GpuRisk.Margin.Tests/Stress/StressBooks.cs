using System.Globalization;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Calibration;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin.Stress;
using GpuRisk.Simulation;

namespace GpuRisk.Margin.Tests.Stress;

/// <summary>Histories of one or more spots, books that hold them, and the search over both.</summary>
internal static class StressBooks
{
    public static readonly DateOnly FirstDay = new(2020, 1, 1);

    /// <summary>Consecutive days from <see cref="FirstDay"/> on whose returns are given, an asset a row; the first return ends a day later.</summary>
    public static FactorHistory History(params double[][] returns)
    {
        int days = returns[0].Length + 1;
        var levels = new double[days * returns.Length];
        for (int asset = 0; asset < returns.Length; asset++)
        {
            double level = levels[asset] = 100;
            for (int day = 1; day < days; day++)
                levels[day * returns.Length + asset] = level *= Math.Exp(returns[asset][day - 1]);
        }
        FactorId[] factors = [.. Enumerable.Range(0, returns.Length).Select(asset => Factor($"spot:{Asset(asset)}"))];
        return new FactorHistory(factors, [.. Enumerable.Range(0, days).Select(FirstDay.AddDays)], levels);
    }

    /// <summary>An account for each row of quantities of the assets; a quantity of 0 is no position.</summary>
    public static Book Of(FactorHistory history, MarginSettings margin, SimulationSettings simulation, params double[][] quantities)
    {
        var builder = new BookBuilder { Margin = margin, Simulation = simulation };
        for (int asset = 0; asset < history.Factors.Count; asset++)
            builder.Spot(Asset(asset), 100).Instrument(new Spot(Asset(asset), Asset(asset)));
        for (int account = 0; account < quantities.Length; account++)
        {
            builder.Account(
                $"account-{account.ToString(CultureInfo.InvariantCulture)}",
                [.. quantities[account].Select((quantity, asset) => (asset, quantity)).Where(position => position.quantity != 0)]);
        }
        Book book = builder.Build();
        return new Book
        {
            Name = book.Name,
            Currency = book.Currency,
            Instruments = book.Instruments,
            Positions = book.Positions,
            Market = book.Market,
            History = history,
            Settings = book.Settings,
        };
    }

    public static StressFinding Find(Book book, PlanOptions? plan = null, int threads = 2, LaneWidth? width = null)
    {
        using var accelerator = new CpuAccelerator(threads, width);
        StressWindowSet set = StressWindows.Of(book.History, book.Settings.Calibration, book.Settings.Simulation);
        return StressSearch.Find(accelerator, book, set.Changes, set.Windows, plan ?? new PlanOptions(), TestContext.Current.CancellationToken);
    }

    public static FactorId Factor(string name) => FactorId.TryParse(name, out FactorId factor) ? factor : throw new ArgumentException(name, nameof(name));

    private static string Asset(int number) => ((char)('A' + number)).ToString();
}

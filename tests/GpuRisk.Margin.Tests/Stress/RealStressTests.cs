using System.Globalization;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin.Stress;
using static GpuRisk.Margin.Tests.Stress.StressBooks;

namespace GpuRisk.Margin.Tests.Stress;

/// <summary>On daily closes of bitcoin and ether.</summary>
public sealed class RealStressTests
{
    private const string Bitcoin = "crypto-ohlc-yahoo/BTC-USD.csv";
    private const string Ether = "crypto-ohlc-yahoo/ETH-USD.csv";

    [Fact]
    public void Long_accounts_find_March_2020_and_short_ones_another_window()
    {
        Assert.SkipWhen((Places.Missing(Bitcoin) ?? Places.Missing(Ether)) is not null, Places.Missing(Bitcoin) ?? Places.Missing(Ether) ?? "");
        FactorHistory history = Joined(Closes(Bitcoin), Closes(Ether));
        StressFinding longs = Find(Book(history, 1)), shorts = Find(Book(history, -1));

        DateOnly crash = new(2020, 3, 12);
        Assert.InRange(crash, longs.Worst.Days.From, longs.Worst.Days.To);
        Assert.NotEqual(longs.Worst.Days, shorts.Worst.Days);
        Assert.True(shorts.Worst.Days.To < crash || shorts.Worst.Days.From > crash, $"{shorts.Worst.Days}");
        Assert.All([longs, shorts], found => Assert.True(found.Es > found.Whole && found.Es > found.Newest));
    }

    /// <summary>Accounts of one coin each and of both.</summary>
    private static Book Book(FactorHistory history, double sign) => Of(
        history, new MarginSettings(), new SimulationSettings(), [sign, 0], [0, 20 * sign], [sign, 20 * sign]);

    private static FactorHistory Joined(SortedDictionary<DateOnly, double> a, SortedDictionary<DateOnly, double> b)
    {
        DateOnly[] days = [.. a.Keys.Where(b.ContainsKey)];
        return new FactorHistory([Factor("spot:A"), Factor("spot:B")], days, [.. days.SelectMany(day => new[] { a[day], b[day] })]);
    }

    private static SortedDictionary<DateOnly, double> Closes(string file)
    {
        SortedDictionary<DateOnly, double> closes = [];
        foreach (string[] cells in File.ReadLines(Places.Shared(file)).Skip(1).Select(line => line.Split(',')))
            closes.Add(DateOnly.ParseExact(cells[0].AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture), double.Parse(cells[4], CultureInfo.InvariantCulture));
        return closes;
    }
}

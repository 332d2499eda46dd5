using GpuRisk.Accelerators.Cpu;
using GpuRisk.Calibration;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin.Stress;
using static GpuRisk.Margin.Tests.Stress.StressBooks;

namespace GpuRisk.Margin.Tests.Stress;

/// <summary>A run under the model that is calibrated on the window that was found.</summary>
public sealed class StressedRunTests
{
    [Theory]
    [InlineData(1, null)]
    [InlineData(3, null)]
    [InlineData(5, HorizonRule.Scale)]
    public void Its_ES_is_the_one_that_the_search_found_to_the_last_bit(int horizon, HorizonRule? rule)
    {
        var random = new SplitMix(5);
        double[][] returns = [.. Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, 500).Select(day => random.Normal() * (day / 50 % 3 == 1 ? 0.06 : 0.02)).ToArray())];
        var simulation = new SimulationSettings { Model = ScenarioSource.Stressed, HorizonDays = horizon, Horizon = rule, Stressed = new StressedSettings { Days = 120 } };
        Book book = Of(History(returns), new MarginSettings(), simulation, [1, 0], [0, -2], [], [3, -1]);
        StressFinding found = Find(book);

        IReadOnlyList<AccountRisk> accounts = Run(book, found.Worst.Days);
        double sum = 0;
        foreach (AccountRisk account in accounts)
            sum += account.BaseEs;
        Assert.Equal(found.Es, sum);
    }

    [Fact]
    public void Its_ES_is_at_least_that_of_any_other_window()
    {
        var random = new SplitMix(6);
        double[] returns = [.. Enumerable.Range(0, 300).Select(_ => random.Normal() * 0.03)];
        var simulation = new SimulationSettings { Model = ScenarioSource.Stressed, Stressed = new StressedSettings { Days = 100 } };
        Book book = Of(History(returns), new MarginSettings { Confidence = new Confidence(0.9m) }, simulation, [1], [-1]);
        double searched = Find(book).Es;
        for (int first = 1; first <= 201; first += 25)
        {
            HistoryWindow window = new(FirstDay.AddDays(first), FirstDay.AddDays(first + 99));
            Assert.True(Run(book, window).Sum(account => account.BaseEs) <= searched, $"{window}");
        }
    }

    private static IReadOnlyList<AccountRisk> Run(Book book, HistoryWindow window)
    {
        CalibratedModel calibrated = ModelCalibration.Calibrate(book.History, book.Settings.Calibration, book.Settings.Simulation, null, window);
        using var accelerator = new CpuAccelerator(threads: 1);
        return MarginRun.Execute(
            accelerator, book, calibrated.Model, new MarginRunOptions { Attribution = false, Distributions = 0 }, null, TestContext.Current.CancellationToken).Accounts;
    }
}

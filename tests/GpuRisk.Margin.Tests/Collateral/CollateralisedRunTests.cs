using GpuRisk.Accelerators.Cpu;
using GpuRisk.Calibration;
using GpuRisk.Data.Samples;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Margin;

namespace GpuRisk.Margin.Tests.Collateral;

/// <summary>Collateral beside the margins of a whole run.</summary>
public sealed class CollateralisedRunTests
{
    private static readonly Book book = SampleBook.Make(SampleSize.Default);

    [Fact]
    public void Each_account_has_its_collateral_and_its_excess_and_the_margin_does_not_depend_on_them()
    {
        double[] collateral = CollateralValue.Of(book)!;
        IReadOnlyList<AccountRisk> with = Run(book), without = Run(Bare(book));

        Assert.Equal(collateral, with.Select(account => account.Collateral!.Value));
        Assert.All(with, account => Assert.Equal(account.Collateral - account.Margin, account.Excess));
        Assert.All(without, account => Assert.Equal((null, null, false), (account.Collateral, account.Excess, account.IsShort)));
        Assert.Equal(without.Select(account => account.Margin), with.Select(account => account.Margin));
    }

    [Fact]
    public void In_the_sample_most_accounts_are_covered_and_a_few_are_not()
    {
        IReadOnlyList<AccountRisk> accounts = Run(book);

        Assert.InRange(accounts.Count(account => account.IsShort), 3, 10);
        Assert.All(accounts, account => Assert.True(account.Collateral > 0));
    }

    private static IReadOnlyList<AccountRisk> Run(Book book)
    {
        using CpuAccelerator accelerator = new(threads: 1);
        ScenarioModel model = ModelCalibration.Calibrate(
            book.History, book.Settings.Calibration, book.Settings.Simulation, book.Correlation).Model;
        MarginRunOptions options = new() { Attribution = false, Distributions = 0 };
        return MarginRun.Execute(accelerator, book, model, options, null, TestContext.Current.CancellationToken).Accounts;
    }

    private static Book Bare(Book book) => new()
    {
        Name = book.Name,
        Currency = book.Currency,
        Instruments = book.Instruments,
        Positions = book.Positions,
        Market = book.Market,
        History = book.History,
        Settings = book.Settings,
    };
}

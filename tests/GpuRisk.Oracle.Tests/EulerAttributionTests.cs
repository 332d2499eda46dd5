using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Oracle.Tests;

/// <summary>Two assets, x = (100, 50), volatility 0.2 and 0.3, correlation 0.5: the Gaussian ES of 99 % and its Euler components in closed form.</summary>
public sealed class EulerAttributionTests
{
    private const int Scenarios = 1_000_000;

    private static readonly IReadOnlyList<AccountRisk> Risks = Simulate();

    /// <summary>Source: ES(99 %) of the normal, 2.6652142203, times the deviation and each asset's share of it.</summary>
    [Fact]
    public void Components_are_the_closed_form_s()
    {
        AccountRisk both = Risks[0];
        MonteCarlo.AssertWithinErrors("ES", 81.05932597, both.BaseEs, both.Measures[0].EsError);
        MonteCarlo.AssertWithinErrors("component 1", 48.19743707, both.Components[0].Es, ComponentError(20, 550, both));
        MonteCarlo.AssertWithinErrors("component 2", 32.86188891, both.Components[1].Es, ComponentError(15, 375, both));
    }

    [Fact]
    public void Components_sum_to_the_shortfall_to_the_last_digits()
    {
        foreach (AccountRisk risk in Risks)
        {
            double gross = risk.Components.Sum(c => Math.Abs(c.Es));
            TestContext.Current.TestOutputHelper?.WriteLine($"{(risk.Components.Sum(c => c.Es) - risk.BaseEs) / gross:G2} of {gross:G5}");
            Assert.InRange(risk.Components.Sum(c => c.Es) - risk.BaseEs, -Tolerance.ComponentSum * gross, Tolerance.ComponentSum * gross);
        }
    }

    [Fact]
    public void An_asset_alone_has_its_own_shortfall_and_is_its_only_component()
    {
        MonteCarlo.AssertWithinErrors("alone 1", 53.304284, Risks[1].BaseEs, Risks[1].Measures[0].EsError);
        MonteCarlo.AssertWithinErrors("alone 2", 39.978213, Risks[2].BaseEs, Risks[2].Measures[0].EsError);
        Assert.Equal(0, Risks[1].Components[1].Es);
        Assert.Equal(0, Risks[2].Components[0].Es);
        Assert.True(Risks[0].BaseEs < Risks[1].BaseEs + Risks[2].BaseEs);
        Assert.Equal(["X", "Y"], Risks[0].Components.Select(c => c.Instrument));
    }

    /// <summary>
    /// Given the whole loss, an asset's loss is its beta times that and an independent rest; its tail mean errs by both.
    /// </summary>
    /// <param name="deviation">Of the asset's loss.</param>
    /// <param name="covariance">Of the asset's loss with the whole, whose variance is 925.</param>
    private static double ComponentError(double deviation, double covariance, AccountRisk risk)
    {
        double beta = covariance / 925;
        double rest = deviation * deviation - beta * covariance;
        double fromWhole = beta * risk.Measures[0].EsError;
        return Math.Sqrt(fromWhole * fromWhole + rest / (0.01 * Scenarios));
    }

    private static IReadOnlyList<AccountRisk> Simulate()
    {
        const double h = Runs.SmallMove;
        Book book = Runs.Coins(["X", "Y"], Runs.Levels(0.99), [100 / h, 50 / h], [100 / h, 0], [0, 50 / h]);
        return Runs.Run(book, Runs.Model(["X", "Y"], [0.2 * h, 0.3 * h], [1, 0, 0.5, Math.Sqrt(0.75)]), Scenarios, seed: 1);
    }
}

using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Benchmarks.Jobs;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Margin;
using GpuRisk.Simulation;

namespace GpuRisk.Oracle.Tests;

/// <summary>
/// The job by which engines are compared. Source of the check sums: numpy, C++ and QuantLib programs that build the same job, which
/// agree to 1e-9. VaR is the k-th worst loss and ES the mean of the k worst: the upper quantile.
/// </summary>
public sealed class ReferenceJobTests
{
    [Theory]
    [InlineData(1, null)]
    [InlineData(2, 32)]
    [InlineData(2, 512)]
    public void The_small_size_has_its_check_sums(int threads, int? tile)
    {
        IReadOnlyList<AccountRisk> accounts = Run(new ReferenceJob(96, 1_280, 24), threads, tile);
        AssertSum(49_782.1549564, accounts.Sum(a => a.Measures[0].Var));
        AssertSum(57_243.8600413, accounts.Sum(a => a.Measures[0].Es));
    }

    [Fact]
    public void Size_a_has_its_check_sums_and_its_components_sum_to_it()
    {
        IReadOnlyList<AccountRisk> accounts = Run(new ReferenceJob(2_000, 10_000, 1_000), 2, null);
        AssertSum(2_499_936.32413, accounts.Sum(a => a.Measures[0].Var));
        AssertSum(2_860_783.61774, accounts.Sum(a => a.Measures[0].Es));
        AssertSum(3_119.73841841, accounts[0].Measures[0].Var);
        AssertSum(3_549.23040594, accounts[0].Measures[0].Es);
        double worst = accounts.Max(a => Math.Abs(a.Components.Sum(c => c.Es) - a.BaseEs) / a.Components.Sum(c => Math.Abs(c.Es)));
        TestContext.Current.TestOutputHelper?.WriteLine($"components: {worst:G2} of their gross sum");
        Assert.InRange(worst, 0, Tolerance.ComponentSum);
    }

    private static IReadOnlyList<AccountRisk> Run(ReferenceJob job, int threads, int? tile)
    {
        using Accelerator accelerator = new CpuAccelerator(threads);
        var margin = Runs.Levels(0.99) with { Estimator = VarEstimator.UpperQuantile };
        Book book = job.Book.WithSettings(job.Book.Settings with { Margin = margin });
        var options = new MarginRunOptions { Plan = new PlanOptions { Tile = tile }, Distributions = 0 };
        MarginResult result = MarginRun.Execute(accelerator, book, new GivenModel { Name = "job", Shocks = job.Shocks }, options, null, CancellationToken.None);
        Assert.Empty(result.Failures);
        return result.Accounts;
    }

    private static void AssertSum(double expected, double actual)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{actual:R} for {expected:R}: {actual / expected - 1:G2}");
        Assert.InRange(actual / expected - 1, -Tolerance.PeerCheckSum, Tolerance.PeerCheckSum);
    }
}

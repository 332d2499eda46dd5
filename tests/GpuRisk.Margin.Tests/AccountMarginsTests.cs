using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin.Estimation;
using GpuRisk.Simulation.Aggregation;
using GpuRisk.Simulation.Attribution;
using GpuRisk.Simulation.Tails;

namespace GpuRisk.Margin.Tests;

public sealed class AccountMarginsTests
{
    private const int Scenarios = 1_000;

    private readonly double[] worst = Samples.WorstFirst(Samples.Normal(new SplitMix(6), Scenarios));
    private readonly int[] numbers = [.. Enumerable.Range(0, Scenarios).Select(i => i * 7 % Scenarios)];

    [Fact]
    public void Margin_is_the_shortfall_at_its_own_level_and_a_multiple_of_its_error()
    {
        var settings = new MarginSettings { Confidence = new Confidence(0.98m), Report = [new(0.99m), new(0.95m), new(0.99m)], ModelRiskMultiple = 2 };
        AccountRisk risk = new AccountMargins(settings, Scenarios).Of("A", worst, numbers);
        Assert.Equal([0.95m, 0.98m, 0.99m], risk.Measures.Select(m => m.Confidence.Value));
        RiskMeasure own = new TailEstimator(VarEstimator.LowerQuantile, settings.Confidence, Scenarios).Of(worst);
        Assert.Equal(own, risk.Measures[1]);
        Assert.Equal(own.Es, risk.BaseEs);
        Assert.Equal(2 * own.EsError, risk.ModelRisk);
        Assert.Equal(own.Es + 2 * own.EsError, risk.Margin);
        Assert.Equal("A", risk.Account);
        Assert.Equal(worst, risk.Tail.Select(t => t.Loss));
        Assert.Equal(numbers, risk.Tail.Select(t => t.Scenario));
    }

    [Fact]
    public void By_default_the_model_risk_is_1_64_errors_of_the_99_percent_shortfall()
    {
        AccountRisk risk = new AccountMargins(new MarginSettings(), Scenarios).Of("A", worst, numbers);
        Assert.Equal(1.64 * risk.Measures[1].EsError, risk.ModelRisk);
        Assert.Equal(0.99m, risk.Measures[1].Confidence.Value);
    }

    [Fact]
    public void A_tail_too_thin_for_an_error_has_no_model_risk_and_says_so()
    {
        AccountRisk risk = new AccountMargins(new MarginSettings(), 50).Of("A", worst.AsSpan(0, 50), numbers.AsSpan(0, 50));
        Assert.Equal(0, risk.ModelRisk);
        Assert.True(double.IsNaN(risk.Measures[^1].EsError));
        Assert.Equal(risk.BaseEs, risk.Margin);
    }

    [Fact]
    public void Tails_are_deep_enough_for_the_lowest_level_and_for_every_tie()
    {
        var settings = new MarginSettings { Report = [new(0.9m), new(0.99m)] };
        // 900 - 1.96 sqrt(90) = 881.4, so the ranks 881 to 1000.
        Assert.Equal(120, new AccountMargins(settings, Scenarios).Depth);
        Assert.Equal(Scenarios, new AccountMargins(settings with { Estimator = VarEstimator.Type7 }, Scenarios).Depth);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_loss_that_is_no_number_names_its_account_and_scenario(double loss)
    {
        double[] damaged = [loss, .. worst[1..]];
        numbers[0] = 417;
        NonFiniteLossException failure = Assert.Throws<NonFiniteLossException>(() => AccountMargins.CheckFinite("desk 7", damaged, numbers));
        Assert.Contains("account desk 7", failure.Message, StringComparison.Ordinal);
        Assert.Contains("scenario 417 ", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VarEstimator.LowerQuantile)]
    [InlineData(VarEstimator.UpperQuantile)]
    [InlineData(VarEstimator.Type7)]
    public void Weights_of_every_account_make_its_base_shortfall_from_its_own_tail(VarEstimator estimator)
    {
        const int accounts = 5;
        var margins = new AccountMargins(new MarginSettings { Estimator = estimator, Confidence = new Confidence(0.985m) }, Scenarios);
        var random = new SplitMix(7);
        double[] profits = [.. Enumerable.Range(0, accounts * Scenarios).Select(i => Math.Round(random.Normal(), 2))];
        TailSet tails = Select(profits, accounts, margins.Depth);
        TailWeights weights = margins.Weights(tails);
        Assert.Equal(accounts, weights.Accounts);
        for (int a = 0; a < accounts; a++)
        {
            double es = 0;
            for (int e = weights.EntryStart[a]; e < weights.EntryStart[a + 1]; e++)
                es -= weights.Weights[e] * profits[a * Scenarios + weights.Scenarios[e]];
            Assert.Equal(margins.Of("A", tails.Losses(a), tails.Scenarios(a)).BaseEs, es, Tolerance.Rounding);
        }
    }

    private static TailSet Select(double[] profits, int accounts, int depth)
    {
        using Accelerator accelerator = new CpuAccelerator(2);
        // Aggregation leaves rows padded to whole bundles of lanes.
        int stride = (Scenarios + 63) / 64 * 64;
        using DeviceBuffer<double> block = accelerator.Allocate<double>(accounts * stride);
        for (int a = 0; a < accounts; a++)
            accelerator.Write<double>(profits.AsSpan(a * Scenarios, Scenarios), block, a * stride);
        using var selection = new TailSelection(accelerator, accounts, depth);
        selection.Consume(accelerator, new ProfitBlock(block, accounts, stride, 0, Scenarios), CancellationToken.None);
        return selection.Finish(accelerator, CancellationToken.None);
    }
}

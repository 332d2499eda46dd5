using GpuRisk.Calibration.Dependence;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.Dependence;

public sealed class StressedCorrelationTests
{
    private static readonly FactorId[] Factors = [Factor("spot:BTC"), Factor("spot:ETH"), Factor("vol:BTC")];

    private static readonly SymmetricMatrix Correlation = new(3, [1, 0.8, -0.4, 0.8, 1, -0.2, -0.4, -0.2, 1]);

    [Fact]
    public void Towards_1_and_0_move_every_pair_by_the_amount()
    {
        SymmetricMatrix one = Stressed(new CorrelationStress(CorrelationTarget.One, 0.25, []));
        Assert.Equal(0.85, one[0, 1], Tolerance.Rounding);
        Assert.Equal(-0.05, one[0, 2], Tolerance.Rounding);
        Assert.Equal(0.1, one[1, 2], Tolerance.Rounding);
        SymmetricMatrix zero = Stressed(new CorrelationStress(CorrelationTarget.Zero, 0.25, []));
        Assert.Equal(0.6, zero[0, 1], Tolerance.Rounding);
        Assert.Equal(-0.3, zero[0, 2], Tolerance.Rounding);
        Assert.Equal([1.0, 1, 1], [one[0, 0], zero[1, 1], zero[2, 2]]);
    }

    [Fact]
    public void A_group_moves_the_pairs_within_it_alone_and_stresses_follow_one_another()
    {
        SymmetricMatrix stressed = Stressed(
            new CorrelationStress(CorrelationTarget.One, 0.5, ["spot:*"]), new CorrelationStress(CorrelationTarget.Zero, 0.5, ["spot:ETH", "vol:BTC"]));
        Assert.Equal(0.9, stressed[0, 1], Tolerance.Rounding);
        Assert.Equal(-0.4, stressed[0, 2]);
        Assert.Equal(-0.1, stressed[1, 2], Tolerance.Rounding);
    }

    [Theory]
    [InlineData(CorrelationTarget.One)]
    [InlineData(CorrelationTarget.Zero)]
    public void All_factors_at_once_stay_positive_semidefinite(CorrelationTarget target)
    {
        FactorId[] factors = [.. Enumerable.Range(0, 12).Select(f => Factor($"spot:F{f}"))];
        foreach (double amount in new[] { 0.1, 0.5, 0.9 })
        {
            SymmetricMatrix stressed = StressedCorrelation.Of(Matrices.Definite(12, 4), [new CorrelationStress(target, amount, [])], factors);
            Assert.Null(CholeskyFactor.Of(stressed, RepairRule.Reject, "x").Repair);
        }
    }

    [Fact]
    public void A_group_can_contradict_the_other_factors_and_is_then_repaired_or_refused()
    {
        FactorHistory history = Rates(3, 40);
        CorrelationTable table = new(history.Factors, [1, 0.9, 0.9, 0.9, 1, 0.9, 0.9, 0.9, 1], "correlation.csv");
        CalibrationSettings settings = new()
        {
            Correlation = new CorrelationSettings { Stress = [new CorrelationStress(CorrelationTarget.Zero, 1, ["rate:R0", "rate:R1"])] },
        };
        CalibrationReport report = ModelCalibration.Calibrate(history, settings, new SimulationSettings(), table).Report;
        // [[1, 0, .9], [0, 1, .9], [.9, .9, 1]]: eigenvalues 1 and 1 -+ 0.9 sqrt(2).
        Assert.Equal(1 - (0.9 * Math.Sqrt(2)), report.Repair!.SmallestEigenvalueBefore, Tolerance.Rounding);
        Assert.Contains("correlation stress: moved by 1 towards 0 between rate:R0, rate:R1", report.Notes);
        Assert.Contains(RepairNote.Of(report.Repair), report.Notes);
        Assert.Equal("given by correlation.csv; moved by 1 towards 0 between rate:R0, rate:R1", report.CorrelationRule);
        Assert.StartsWith(
            "correlation.csv:1:1: the correlation matrix after stress is not positive definite: its smallest eigenvalue is -0.273",
            Assert.Single(Problems(() => ModelCalibration.Calibrate(history, settings with { Repair = RepairRule.Reject }, new SimulationSettings(), table))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_matches_nothing_and_an_amount_out_of_range_are_named()
    {
        IReadOnlyList<string> problems = Problems(() => Stressed(
            new CorrelationStress(CorrelationTarget.One, 1.5, []), new CorrelationStress(CorrelationTarget.One, double.NaN, ["spot:DOGE", "rate:*"])));
        Assert.Equal(
            [
                "book.json:1:1: a correlation stress has the amount 1.5; expected a number in [0, 1]",
                "book.json:1:1: a correlation stress has the amount NaN; expected a number in [0, 1]",
                "book.json:1:1: a correlation stress names spot:DOGE, which is no factor of the history; expected a factor such as spot:BTC, or all of a kind such as spot:*",
                "book.json:1:1: a correlation stress names rate:*, which is no factor of the history; expected a factor such as spot:BTC, or all of a kind such as spot:*",
            ],
            problems);
    }

    private static SymmetricMatrix Stressed(params CorrelationStress[] stresses) => StressedCorrelation.Of(Correlation, stresses, Factors);
}

using System.Runtime.InteropServices;
using System.Security.Cryptography;
using GpuRisk.Calibration.Dependence;
using GpuRisk.Calibration.Volatility;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.Models;

public sealed class GaussianCalibrationTests
{
    private static readonly CalibrationSettings Settings = new();

    private static (EllipticalModel Model, CalibrationReport Report) Calibrate(
        FactorHistory history, CalibrationSettings settings, int horizonDays, CorrelationTable? given = null)
    {
        (ScenarioModel model, CalibrationReport report) = ModelCalibration.Calibrate(history, settings, new SimulationSettings { HorizonDays = horizonDays }, given);
        return (Assert.IsType<EllipticalModel>(model), report);
    }

    [Fact]
    public void The_model_carries_volatilities_over_the_horizon_and_the_factor_of_the_correlation()
    {
        // Changes (3, 4), (4, 3), (0, 0): root mean squares 5 / sqrt(3), correlation 0.96.
        FactorHistory history = Daily(["rate:A", "basis:B"], [0, 0], [3, 4], [7, 7], [7, 7]);
        (EllipticalModel model, CalibrationReport report) = Calibrate(history, Settings with { Volatility = VolatilityEstimator.Equal }, 3);
        Assert.Equal("gaussian-equal", model.Name);
        Assert.Equal(history.Factors, model.Factors);
        Assert.Equal(5, model.Volatilities[0], Tolerance.Rounding);
        Assert.Equal(5, model.Volatilities[1], Tolerance.Rounding);
        Assert.Equal(0.96, model.Cholesky[2], Tolerance.Rounding);
        Assert.Equal(0.28, model.Cholesky[3], Tolerance.Rounding);
        Assert.Null(report.Repair);
        Assert.Equal(
            [
                "returns: 3 one-day returns, 2024-01-02 to 2024-01-04, daily calendar, missing rule reject",
                "volatility: root mean square, equal weights, zero mean, 3-day horizon by square root of time",
                "correlation: sample, zero mean, equal weights",
            ],
            report.Notes);
    }

    [Fact]
    public void Volatility_grows_with_the_root_of_the_horizon_or_goes_its_own_way_by_path()
    {
        FactorHistory history = Rates(2, 50);
        double oneDay = Calibrate(history, Settings, 1).Model.Volatilities[0];
        EllipticalModel scaled = Calibrate(history, Settings, 9).Model;
        Assert.Equal((3 * oneDay, 1), (scaled.Volatilities[0], scaled.Steps));
        Assert.Null(scaled.Dynamics);

        SimulationSettings path = new() { HorizonDays = 9, Horizon = HorizonRule.Path };
        EllipticalModel model = Assert.IsType<EllipticalModel>(ModelCalibration.Calibrate(history, Settings, path).Model);
        Assert.Equal((oneDay, 9), (model.Volatilities[0], model.Steps));
        Assert.Equal([0.97, 0.97], model.Dynamics!.Beta);
        CalibrationSettings equal = Settings with { Volatility = VolatilityEstimator.Equal };
        (ScenarioModel constant, CalibrationReport report) = ModelCalibration.Calibrate(history, equal, path);
        Assert.Null(Assert.IsType<EllipticalModel>(constant).Dynamics);
        Assert.Contains(
            "volatility: root mean square, equal weights, zero mean, 9-day horizon by path: a move a day, the volatility staying", report.Notes);
    }

    [Fact]
    public void A_group_has_a_rule_of_its_own_which_is_said_and_the_name_stays()
    {
        FactorHistory history = Rates(3, 80);
        FactorGroup group = new() { Name = "slow", Factors = ["rate:R1"], Volatility = VolatilityEstimator.Equal };
        (EllipticalModel model, CalibrationReport report) = Calibrate(history, Settings with { Groups = [group] }, 1);
        Assert.Equal("gaussian-ewma", model.Name);
        Assert.Equal(["EWMA 0.97", "equal weights", "EWMA 0.97"], report.Factors.Select(row => row.Rule));
        Assert.Contains(report.Notes, note => note.StartsWith("volatility of group slow (1 factor): root mean square", StringComparison.Ordinal));
    }

    [Fact]
    public void A_group_of_no_factor_of_the_history_is_named()
    {
        FactorGroup group = new() { Name = "slow", Factors = ["rate:*", "rate:X"] };
        Assert.Equal(
            "book.json:1:1: group slow names rate:X, which is no factor of the history; expected a factor such as rate:R0, or all of a kind such as spot:*",
            Assert.Single(Problems(() => Calibrate(Rates(3, 80), Settings with { Groups = [group] }, 1))));
    }

    [Fact]
    public void Ewma_is_the_default_and_is_named()
    {
        (EllipticalModel model, CalibrationReport report) = Calibrate(OfChanges(1, -2, 3), Settings with { Lambda = 0.94 }, 1);
        Assert.Equal("gaussian-ewma", model.Name);
        Assert.Equal(Math.Sqrt(EwmaVariance.Of([1, -2, 3], 0.94)), model.Volatilities[0]);
        Assert.Contains("volatility: EWMA, lambda 0.94, zero mean, 1-day horizon by square root of time", report.Notes);
    }

    [Fact]
    public void A_permutation_of_the_factors_permutes_the_model()
    {
        FactorHistory history = Rates(4, 80);
        int[] order = [2, 0, 3, 1];
        FactorHistory permuted = Daily(
            [.. order.Select(f => history.Factors[f].ToString())],
            [.. Enumerable.Range(0, 80).Select(day => order.Select(f => history.Level(day, f)).ToArray())]);
        EllipticalModel a = Calibrate(history, Settings, 2).Model;
        EllipticalModel b = Calibrate(permuted, Settings, 2).Model;
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(a.Volatilities[order[i]], b.Volatilities[i]);
            for (int j = 0; j < 4; j++)
                Assert.Equal(Matrices.Product(a.Cholesky, 4, order[i], order[j]), Matrices.Product(b.Cholesky, 4, i, j), Tolerance.CholeskyProduct);
        }
    }

    [Fact]
    public void A_constant_factor_has_volatility_0_and_a_note_and_no_NaN()
    {
        FactorHistory history = Daily(["spot:USDT", "rate:A"], [1, 0], [1, 3], [1, 4], [1, 2]);
        (EllipticalModel model, CalibrationReport report) = Calibrate(history, Settings, 1);
        Assert.Equal(0, model.Volatilities[0]);
        Assert.Equal([1.0, 0.0, 0.0, 1.0], model.Cholesky);
        Assert.Contains("constant in the history, hence volatility 0 and correlation 0 with the others: spot:USDT", report.Notes);
    }

    [Fact]
    public void A_given_correlation_replaces_the_sample_whatever_the_order_of_its_factors()
    {
        FactorHistory history = Daily(["rate:A", "rate:B", "rate:C"], [0, 0, 0], [1, 2, 3], [3, 1, 2]);
        CorrelationTable table = new(
            [Factor("rate:C"), Factor("rate:A"), Factor("rate:B")], [1, 0.1, 0.2, 0.1, 1, 0.3, 0.2, 0.3, 1], "correlation.csv");
        (EllipticalModel model, CalibrationReport report) = Calibrate(history, Settings, 1, table);
        Assert.Equal(0.3, Matrices.Product(model.Cholesky, 3, 0, 1), Tolerance.CholeskyProduct);
        Assert.Equal(0.1, Matrices.Product(model.Cholesky, 3, 0, 2), Tolerance.CholeskyProduct);
        Assert.Equal(0.2, Matrices.Product(model.Cholesky, 3, 1, 2), Tolerance.CholeskyProduct);
        Assert.Contains("correlation: given by correlation.csv", report.Notes);
    }

    [Fact]
    public void A_repair_is_reported_and_noted_and_under_reject_refused_at_the_table()
    {
        FactorHistory history = Daily(["rate:A", "rate:B", "rate:C"], [0, 0, 0], [1, 2, 3], [3, 1, 2]);
        CorrelationTable table = new(history.Factors, [1, 1, 0, 1, 1, 1, 0, 1, 1], "correlation.csv");
        (EllipticalModel model, CalibrationReport report) = Calibrate(history, Settings, 1, table);
        CorrelationRepairRecord repair = Assert.IsType<CorrelationRepairRecord>(report.Repair);
        // Higham (2002): eigenvalue 1 - sqrt(2), distance 0.5278.
        Assert.Equal(1 - Math.Sqrt(2), repair.SmallestEigenvalueBefore, Tolerance.Rounding);
        Assert.Equal(0.5278, repair.FrobeniusDistance, Tolerance.FourDecimals);
        Assert.Equal(0.76068985, Matrices.Product(model.Cholesky, 3, 0, 1), Tolerance.EightDecimals);
        Assert.Contains(RepairNote.Of(repair), report.Notes);
        string problem = Assert.Single(Problems(
            () => Calibrate(history, Settings with { Repair = RepairRule.Reject }, 1, table)));
        Assert.StartsWith("correlation.csv:1:1: ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_returns_are_refused_with_what_is_expected()
    {
        FactorHistory history = Rates(3, 4);
        Assert.Equal(
            "history.csv:1:1: 3 usable one-day returns of 3 factors; expected at least 4 (factors + 1) to estimate a correlation, or the correlation estimator ledoit-wolf, or a given correlation",
            Assert.Single(Problems(() => Calibrate(history, Settings, 1))));
        Assert.Equal(3, Calibrate(Rates(3, 5), Settings, 1).Model.Factors.Count);

        CorrelationTable table = new(history.Factors, [1, 0, 0, 0, 1, 0, 0, 0, 1], "correlation.csv");
        Assert.Equal(3, Calibrate(Rates(3, 3), Settings, 1, table).Model.Factors.Count);
        Assert.Equal(
            "history.csv:1:1: 1 usable one-day returns of 3 factors; expected at least 2",
            Assert.Single(Problems(() => Calibrate(Rates(3, 2), Settings, 1, table))));
    }

    [Fact]
    public void A_given_table_that_is_no_correlation_table_of_the_factors_is_refused_with_every_reason()
    {
        FactorHistory history = Daily(["rate:A", "rate:B"], [0, 0], [1, 2], [3, 1]);
        CorrelationTable table = new(
            [Factor("rate:A"), Factor("rate:A"), Factor("rate:X")],
            [1, 0.5, double.NaN, 0.4, 0.9, 0, 2, 0, 1], "correlation.csv");
        IReadOnlyList<string> problems = Problems(() => Calibrate(history, Settings, 1, table));
        Assert.Equal(6, problems.Count);
        Assert.Contains("correlation.csv:1:1: rate:A appears more than once; expected each factor once", problems);
        Assert.Contains("correlation.csv:1:1: no correlation of rate:B; expected every factor of the history", problems);
        Assert.Contains("correlation.csv:1:1: rate:X is no factor of the history; expected its factors alone", problems);
        Assert.Contains("correlation.csv:1:1: the correlation of rate:A with itself is 0.9; expected 1", problems);
        Assert.Contains("correlation.csv:1:1: the correlation of rate:X, rate:A is 2; expected a number in [-1, 1]", problems);
        Assert.Contains(
            "correlation.csv:1:1: the correlation of rate:A, rate:A is 0.4 below the diagonal and 0.5 above; expected a symmetric matrix", problems);
        Assert.Single(Problems(() => Calibrate(
            history, Settings, 1, new CorrelationTable(history.Factors, [1, 0, 0], "correlation.csv"))));
    }

    [Fact]
    public void The_same_history_gives_the_same_bits_from_many_threads()
    {
        FactorHistory history = Rates(12, 200);
        double[] expected = [.. Calibrate(history, Settings, 1).Model.Cholesky];
        Parallel.For(0, 8, _ => Assert.Equal(expected, Calibrate(history, Settings, 1).Model.Cholesky));
    }

    // No published figure: the bits of this code, fixed so that another machine, JIT or library version that changes one is seen.
    [Fact]
    public void The_bits_of_a_calibration_with_a_repair_are_the_same_on_every_machine()
    {
        FactorHistory history = Rates(8, 100);
        CorrelationTable table = new(history.Factors, Matrices.Indefinite(8).Values.ToArray(), "correlation.csv");
        EllipticalModel model = Calibrate(history, Settings, 10, table).Model;
        double[] numbers = [.. model.Volatilities, .. model.Cholesky];
        Assert.Equal("35346B53575FD745", Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<double>(numbers)))[..16]);
    }
}

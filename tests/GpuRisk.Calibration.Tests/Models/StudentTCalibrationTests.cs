using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.Models;

public sealed class StudentTCalibrationTests
{
    private static readonly CalibrationSettings Equal = new() { Volatility = VolatilityEstimator.Equal };

    private static readonly SimulationSettings Simulation = new() { Model = ScenarioSource.StudentT };

    [Fact]
    public void Draws_of_a_t_law_give_its_degrees_of_freedom_back_and_the_rest_is_the_normal_models()
    {
        FactorHistory history = History(StudentDraws.Of(5, 2000, 5));
        (EllipticalModel model, CalibrationReport report) = Calibrate(history, Equal, Simulation);
        EllipticalModel normal = (EllipticalModel)ModelCalibration.Calibrate(history, Equal, new SimulationSettings()).Model;
        Assert.Equal("student-t-equal", model.Name);
        Assert.InRange(model.DegreesOfFreedom!.Value, 4.4, 5.8);
        Assert.Null(model.MarginalDegreesOfFreedom);
        Assert.Equal(normal.Volatilities, model.Volatilities);
        Assert.Equal(normal.Cholesky, model.Cholesky);
        Assert.Equal(model.DegreesOfFreedom, report.DegreesOfFreedom);
        Assert.All(report.Factors, row => Assert.Equal(model.DegreesOfFreedom, row.DegreesOfFreedom));
        Assert.Contains(FormattableString.Invariant($"degrees of freedom: {model.DegreesOfFreedom}, by multivariate maximum likelihood, on 2000 devolatilised returns"), report.Notes);
        Assert.StartsWith("Student t, ", report.WorstFit!.Law, StringComparison.Ordinal);
    }

    // Fewer than 40 returns a factor, a given correlation, a stress: the multivariate likelihood would be biased or of another law.
    [Fact]
    public void Where_the_correlation_cannot_be_trusted_the_factors_likelihoods_are_summed()
    {
        FactorHistory history = History(StudentDraws.Of(20, 600, 5));
        CorrelationTable table = new(history.Factors, [.. Enumerable.Range(0, 400).Select(k => k % 21 == 0 ? 1.0 : 0)], "correlation.csv");
        CorrelationSettings stress = new() { Stress = [new CorrelationStress(CorrelationTarget.One, 0.99, [])] };
        CalibrationReport[] reports =
        [
            Calibrate(history, Equal, Simulation).Report, Calibrate(history, Equal, Simulation, table).Report,
            Calibrate(history, Equal with { Correlation = stress }, Simulation).Report,
        ];
        foreach (CalibrationReport report in reports)
        {
            Assert.Equal(reports[0].DegreesOfFreedom, report.DegreesOfFreedom);
            // 5, with the error of 600 days' common scale.
            Assert.InRange(report.DegreesOfFreedom!.Value, 3.4, 7);
        }
        string[] reasons =
        [
            "the correlation rests on 600 returns, fewer than 40 for each of 20 factors", "the correlation is not the returns' own (given, stressed or repaired)",
            "the correlation is not the returns' own (given, stressed or repaired)",
        ];
        Assert.All(reports.Zip(reasons), pair => Assert.Contains(
            pair.First.Notes, note => note.Contains($"by maximum likelihood of the factors one by one, summed, for {pair.Second}, on 600 devolatilised returns", StringComparison.Ordinal)));
    }

    [Fact]
    public void Given_degrees_of_freedom_are_kept_and_must_exceed_2()
    {
        SimulationSettings given = Simulation with { StudentT = new StudentTSettings { DegreesOfFreedom = 4.5 } };
        (EllipticalModel model, CalibrationReport report) = Calibrate(Rates(2, 30), new CalibrationSettings(), given);
        Assert.Equal(4.5, model.DegreesOfFreedom);
        Assert.Contains("degrees of freedom: 4.5, given", report.Notes);
        foreach (double wrong in new[] { 2, double.NaN, double.PositiveInfinity })
        {
            Assert.StartsWith(
                "book.json:1:1: a Student t law has",
                Assert.Single(Problems(() => Calibrate(Rates(2, 30), Equal, Simulation with { StudentT = new StudentTSettings { DegreesOfFreedom = wrong } }))),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Under_a_copula_each_factor_has_its_own()
    {
        double[][] heavy = StudentDraws.Of(2, 1500, 4), light = StudentDraws.Of(2, 1500, null, seed: 5);
        FactorHistory history = History([heavy[0], light[0], heavy[1], light[1]]);
        (EllipticalModel model, CalibrationReport report) = Calibrate(history, Equal, Simulation with { StudentT = new StudentTSettings { Marginals = true } });
        Assert.Equal("t-copula-equal", model.Name);
        Assert.InRange(model.MarginalDegreesOfFreedom![0], 3, 5.5);
        Assert.True(model.MarginalDegreesOfFreedom[1] > 15);
        Assert.Equal(model.MarginalDegreesOfFreedom, report.Factors.Select(row => row.DegreesOfFreedom!.Value));
        Assert.NotNull(model.DegreesOfFreedom);
        Assert.Contains(report.Notes, note => note.StartsWith("degrees of freedom of the copula: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Over_several_days_at_once_those_of_a_day_are_kept_and_it_is_said()
    {
        FactorHistory history = History(StudentDraws.Of(2, 200, 5));
        const string note = "degrees of freedom: those of one day, kept over 10 days; the tails of a sum of days are thinner";
        Assert.Contains(note, Calibrate(history, Equal, Simulation with { HorizonDays = 10 }).Report.Notes);
        Assert.DoesNotContain(note, Calibrate(history, Equal, Simulation with { HorizonDays = 10, Horizon = HorizonRule.Path }).Report.Notes);
    }

    [Fact]
    public void A_constant_stablecoin_and_two_identical_factors_run_under_both()
    {
        double[] column = StudentDraws.Of(1, 300, 5)[0];
        FactorHistory history = History([column, column, new double[300]]);
        foreach (bool marginals in new[] { false, true })
        {
            (EllipticalModel model, CalibrationReport report) = Calibrate(history, new CalibrationSettings(), Simulation with { StudentT = new StudentTSettings { Marginals = marginals } });
            Assert.NotNull(report.Repair);
            Assert.Equal(0, model.Volatilities[2]);
            Assert.InRange(report.Factors[0].DegreesOfFreedom!.Value, 3, 12);
        }
    }

    [Fact]
    public void Too_few_returns_to_fit_are_refused_with_the_cure() => Assert.Equal(
        "history.csv:1:1: 39 devolatilised returns, of which degrees of freedom would be fitted; expected at least 50, or given degrees of freedom of one law for all factors",
        Assert.Single(Problems(() => Calibrate(Rates(2, 60), new CalibrationSettings(), Simulation))));

    private static FactorHistory History(double[][] changes)
    {
        double[] level = new double[changes.Length];
        double[][] rows = [[.. level], .. Enumerable.Range(0, changes[0].Length).Select(t => changes.Select((column, f) => level[f] += column[t]).ToArray())];
        return Daily([.. changes.Select((_, f) => $"rate:R{f}")], rows);
    }

    private static (EllipticalModel Model, CalibrationReport Report) Calibrate(
        FactorHistory history, CalibrationSettings settings, SimulationSettings simulation, CorrelationTable? given = null)
    {
        (ScenarioModel model, CalibrationReport report) = ModelCalibration.Calibrate(history, settings, simulation, given);
        return (Assert.IsType<EllipticalModel>(model), report);
    }
}

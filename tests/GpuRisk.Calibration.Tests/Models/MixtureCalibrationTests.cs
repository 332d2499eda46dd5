using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.Models;

public sealed class MixtureCalibrationTests
{
    private static readonly FactorHistory History = Rates(3, 80);

    [Fact]
    public void Each_part_is_the_model_that_it_is_alone_and_historical_changes_are_drawn()
    {
        SimulationSettings simulation = Mixture((ScenarioSource.Gaussian, 0.70m), (ScenarioSource.Historical, 0.3m)) with { HorizonDays = 3 };
        (ScenarioModel model, CalibrationReport report) = ModelCalibration.Calibrate(History, new CalibrationSettings(), simulation);
        MixtureModel mixture = Assert.IsType<MixtureModel>(model);
        Assert.Equal("mixture(gaussian-ewma 0.7, historical 0.3)", mixture.Name);
        Assert.Equal(mixture.Name, report.Model);
        Assert.Equal([0.7, 0.3], mixture.Components.Select(component => component.Weight));

        EllipticalModel gaussian = Assert.IsType<EllipticalModel>(mixture.Components[0].Model);
        EllipticalModel alone = (EllipticalModel)ModelCalibration.Calibrate(History, new CalibrationSettings(), new SimulationSettings { HorizonDays = 3 }).Model;
        Assert.Equal(alone.Volatilities, gaussian.Volatilities);
        Assert.Equal(alone.Cholesky, gaussian.Cholesky);

        BootstrapModel historical = Assert.IsType<BootstrapModel>(mixture.Components[1].Model);
        ShockMatrix changes = HistoricalScenarios.Build(History, new CalibrationSettings(), simulation).Shocks;
        Assert.Equal([1.0, 1, 1], historical.Volatilities);
        Assert.Equal(1, historical.Steps);
        Assert.Equal(changes.Scenarios, historical.Dates.Count);
        Assert.Equal(History.Dates[^1], historical.Dates[^1]);
        for (int s = 0; s < changes.Scenarios; s++)
        {
            for (int f = 0; f < 3; f++)
                Assert.Equal(changes.Values.Span[(f * changes.Scenarios) + s], historical.Innovations.Span[(s * 3) + f]);
        }
    }

    [Fact]
    public void Notes_of_all_parts_stand_once_and_others_say_whose_they_are()
    {
        CalibrationReport report = ModelCalibration.Calibrate(
            History, new CalibrationSettings(), Mixture((ScenarioSource.Gaussian, 0.5m), (ScenarioSource.FilteredHistorical, 0.5m))).Report;
        Assert.Single(report.Notes, note => note.StartsWith("returns: 79 one-day returns", StringComparison.Ordinal));
        Assert.Contains("gaussian-ewma: correlation: sample, zero mean, equal weights", report.Notes);
        Assert.Contains(report.Notes, note => note.StartsWith("filtered-historical-ewma: filtered historical scenarios: 59 days", StringComparison.Ordinal));
        Assert.Equal("sample, zero mean, equal weights (gaussian-ewma)", report.CorrelationRule);
        Assert.Contains("mixture: the sample, volatilities, correlation and quantiles that the calibration shows are those of its first part, gaussian-ewma", report.Notes);
        CalibrationReport alone = ModelCalibration.Calibrate(History, new CalibrationSettings(), Mixture((ScenarioSource.Gaussian, 1))).Report;
        Assert.DoesNotContain(alone.Notes, note => note.StartsWith("mixture: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_note_of_some_parts_stands_once_with_the_names_of_these()
    {
        CalibrationReport report = ModelCalibration.Calibrate(
            History, new CalibrationSettings(), Mixture((ScenarioSource.Gaussian, 0.4m), (ScenarioSource.Historical, 0.3m), (ScenarioSource.StudentT, 0.3m))).Report;
        Assert.Contains("gaussian-ewma, student-t-ewma: correlation: sample, zero mean, equal weights", report.Notes);
        Assert.Single(report.Notes, note => note.EndsWith("correlation: sample, zero mean, equal weights", StringComparison.Ordinal));
    }

    [Fact]
    public void Weights_that_are_none_and_parts_that_cannot_be_are_named()
    {
        Assert.Equal(
            ["book.json:1:1: the weights of the mixture sum to 0.9; expected 1"], Refused((ScenarioSource.Gaussian, 0.4m), (ScenarioSource.Historical, 0.5m)));
        Assert.Equal(
            [
                "book.json:1:1: a part of the mixture has the weight 0; expected a number above 0 and at most 1",
                "book.json:1:1: a mixture has a mixture as a part; expected other models",
                "book.json:1:1: a mixture has a model twice; expected each once",
            ],
            Refused((ScenarioSource.Mixture, 0), (ScenarioSource.Gaussian, 0.5m), (ScenarioSource.Gaussian, 0.5m)));
        Assert.Equal(["book.json:1:1: a mixture has no parts; expected models and their weights"], Refused());
    }

    private static IReadOnlyList<string> Refused(params (ScenarioSource Model, decimal Weight)[] parts) =>
        Problems(() => ModelCalibration.Calibrate(History, new CalibrationSettings(), Mixture(parts)));

    private static SimulationSettings Mixture(params (ScenarioSource Model, decimal Weight)[] parts) => new()
    {
        Model = ScenarioSource.Mixture,
        Mixture = [.. parts.Select(part => new MixturePart(part.Model, part.Weight))],
    };
}

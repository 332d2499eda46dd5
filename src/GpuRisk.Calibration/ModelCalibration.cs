using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration;

/// <summary>A model and how it came about.</summary>
public sealed record CalibratedModel(ScenarioModel Model, CalibrationReport Report);

/// <summary>A history of levels becomes the scenario model that the settings ask for. The same input gives the same bits on every machine.</summary>
public static class ModelCalibration
{
    /// <param name="given">Replaces the estimated correlation; its factors are the history's, in any order.</param>
    /// <param name="window">Of a stressed model that is searched: what the search found. Null: the settings say it.</param>
    /// <exception cref="InvalidInputException">The history, the settings or the given correlation cannot be used.</exception>
    public static CalibratedModel Calibrate(
        FactorHistory history, CalibrationSettings calibration, SimulationSettings simulation, CorrelationTable? given = null, HistoryWindow? window = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(calibration);
        ArgumentNullException.ThrowIfNull(simulation);
        if (simulation.Model == ScenarioSource.Historical)
        {
            HistoricalScenarioSet set = HistoricalScenarios.Build(history, calibration, simulation);
            return new CalibratedModel(new GivenModel { Name = "historical", Shocks = set.Shocks }, Report("historical", set.Notes));
        }
        CalibrationResult gaussian = GaussianCalibration.Calibrate(history, calibration, simulation.HorizonDays, given);
        return new CalibratedModel(gaussian.Model, Report(gaussian.Model.Name, gaussian.Notes));
    }

    private static CalibrationReport Report(string model, IReadOnlyList<string> notes) => new()
    {
        Model = model,
        Factors = [],
        Correlation = [],
        CorrelationRule = "",
        Returns = 0,
        Notes = notes,
        Warnings = [],
    };
}

using GpuRisk.Calibration.Models;
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
    /// <exception cref="ArgumentException">A stressed model has no window: neither the settings nor <paramref name="window"/> say it.</exception>
    public static CalibratedModel Calibrate(
        FactorHistory history, CalibrationSettings calibration, SimulationSettings simulation, CorrelationTable? given = null, HistoryWindow? window = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(calibration);
        ArgumentNullException.ThrowIfNull(simulation);
        Returns returns = Returns.Of(history, calibration);
        InputProblem[] unmatched = [.. calibration.Groups.SelectMany(group => PatternChecks.Unmatched($"group {group.Name}", group.Factors, returns.Factors))];
        if (unmatched.Length > 0)
            throw new InvalidInputException(unmatched);
        return Of(new CalibrationBasis(returns.Whole, returns, calibration, given), simulation, window);
    }

    internal static CalibratedModel Of(CalibrationBasis basis, SimulationSettings simulation, HistoryWindow? window) => simulation.Model switch
    {
        ScenarioSource.Gaussian => GaussianCalibration.Of(basis, simulation),
        ScenarioSource.StudentT => StudentTCalibration.Of(basis, simulation),
        ScenarioSource.Historical => HistoricalCalibration.Of(basis, simulation),
        ScenarioSource.FilteredHistorical => FilteredHistoricalCalibration.Of(basis, simulation),
        ScenarioSource.Stressed => StressedCalibration.Of(basis, simulation, window),
        ScenarioSource.Mixture => MixtureCalibration.Of(basis, simulation, window),
        _ => throw new ArgumentOutOfRangeException(nameof(simulation), simulation.Model, "No such model."),
    };
}

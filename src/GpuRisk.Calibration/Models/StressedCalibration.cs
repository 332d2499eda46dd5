using GpuRisk.Domain.Input;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Models;

/// <summary>
/// Another model, calibrated on the returns of a window of stress alone: lookbacks do not reach out of it, and a floor is of its returns.
/// </summary>
internal static class StressedCalibration
{
    /// <param name="window">What a search found; null: the settings say it.</param>
    /// <exception cref="InvalidInputException">The window is not within the history, or its returns are too few for the model.</exception>
    /// <exception cref="ArgumentException">There is no window: it is searched first.</exception>
    internal static CalibratedModel Of(CalibrationBasis basis, SimulationSettings simulation, HistoryWindow? window)
    {
        StressedSettings stressed = simulation.Stressed;
        HistoryWindow days = window ?? Named(stressed);
        ThrowUnlessWithin(basis.All, days);
        Returns returns = basis.All.Within(days.From, days.To);
        if (returns.Count == 0)
            throw Problem(basis.All, $"the window of stress {Words(days)} has no usable one-day return; expected a window with returns");
        CalibrationBasis inner = new(returns, returns, WithoutLookbacks(basis.Calibration), basis.Given);
        CalibratedModel model = ModelCalibration.Of(inner, simulation with { Model = stressed.Model }, null);
        string name = "stressed-" + model.Model.Name;
        string note = $"window of stress: {Words(days)}{(window is null ? "" : ", found by search")}; the model is calibrated on its returns alone";
        return new CalibratedModel(Renamed(model.Model, name), model.Report with { Model = name, Notes = [note, .. model.Report.Notes] });
    }

    private static HistoryWindow Named(StressedSettings stressed) => stressed is { From: { } from, To: { } to }
        ? new HistoryWindow(from, to)
        : throw new ArgumentException("A stressed model without days of its own is calibrated on a window that was searched before.", nameof(stressed));

    private static void ThrowUnlessWithin(Returns all, HistoryWindow window)
    {
        if (window.From > window.To)
            throw Problem(all, $"the window of stress {Words(window)} ends before it begins; expected the earlier day first");
        if (all.Count == 0 || window.From < all.EndDates[0] || window.To > all.EndDates[^1])
        {
            string has = all.Count == 0 ? "none" : Words(new HistoryWindow(all.EndDates[0], all.EndDates[^1]));
            throw Problem(all, $"the window of stress {Words(window)} is not within the days on which the history's returns end, {has}; expected days within them");
        }
    }

    private static CalibrationSettings WithoutLookbacks(CalibrationSettings settings) => settings with
    {
        Lookback = 0,
        Correlation = settings.Correlation with { Lookback = 0 },
        Groups = [.. settings.Groups.Select(group => group with { Lookback = null })],
    };

    private static ScenarioModel Renamed(ScenarioModel model, string name) => model switch
    {
        GivenModel given => new GivenModel { Name = name, Shocks = given.Shocks },
        EllipticalModel e => new EllipticalModel
        {
            Name = name,
            Factors = e.Factors,
            Volatilities = e.Volatilities,
            Cholesky = e.Cholesky,
            DegreesOfFreedom = e.DegreesOfFreedom,
            MarginalDegreesOfFreedom = e.MarginalDegreesOfFreedom,
            Steps = e.Steps,
            Dynamics = e.Dynamics,
        },
        BootstrapModel b => new BootstrapModel
        {
            Name = name,
            Factors = b.Factors,
            Innovations = b.Innovations,
            Dates = b.Dates,
            Volatilities = b.Volatilities,
            Steps = b.Steps,
            Dynamics = b.Dynamics,
        },
        _ => throw new ArgumentException($"A window of stress calibrates neither a stressed model nor a mixture, but {model.Name}.", nameof(model)),
    };

    private static string Words(HistoryWindow window) => $"{HistoryChecks.Iso(window.From)} to {HistoryChecks.Iso(window.To)}";

    private static InvalidInputException Problem(Returns returns, string message) => new(new InputProblem(returns.Source, 1, 1, message));
}

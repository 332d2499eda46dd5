using System.Globalization;
using GpuRisk.Accelerators;
using GpuRisk.Calibration;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin.Stress;
using GpuRisk.Simulation;

namespace GpuRisk.Cli.Runs;

/// <summary>The window of stress that a search found, and what there is to say about it.</summary>
internal sealed record SearchedWindow(HistoryWindow Days, string Note);

/// <summary>A window of stress that the settings do not name: it depends on the positions, so a device has to search it before a model can be calibrated.</summary>
internal static class StressWindow
{
    /// <summary>Among what a window is searched; null where none is.</summary>
    /// <exception cref="Domain.Input.InvalidInputException">The history is shorter than a window, or cannot be used.</exception>
    public static StressWindowSet? Candidates(Book book)
    {
        SimulationSettings simulation = book.Settings.Simulation;
        bool stressed = simulation.Model == ScenarioSource.Stressed
            || (simulation.Model == ScenarioSource.Mixture && simulation.Mixture.Any(part => part.Model == ScenarioSource.Stressed));
        return stressed && simulation.Stressed.From is null ? StressWindows.Of(book.History, book.Settings.Calibration, simulation) : null;
    }

    public static SearchedWindow Search(Book book, StressWindowSet set, Accelerator accelerator, PlanOptions plan, CancellationToken cancellation)
    {
        BookSettings settings = book.Settings;
        StressFinding found = StressSearch.Find(accelerator, book, set.Changes, set.Windows, plan, cancellation);
        (DateOnly from, DateOnly to) = (found.Worst.Days.From, found.Worst.Days.To);
        return new SearchedWindow(found.Worst.Days, string.Create(
            CultureInfo.InvariantCulture,
            $"search of the window of stress: of {found.Windows} windows of {settings.Simulation.Stressed.Days} one-day returns, {from:yyyy-MM-dd} to {to:yyyy-MM-dd} has the greatest sum over accounts of historical ES {settings.Margin.Confidence}, {found.Es:N2} {book.Currency}; the newest has {found.Newest:N2}, the whole history {found.Whole:N2}"));
    }
}

namespace GpuRisk.Domain.Scenarios;

/// <summary>Days of a history, both ends included, on which returns end.</summary>
public sealed record HistoryWindow(DateOnly From, DateOnly To);

/// <summary>Consecutive scenarios of a series: those that lie within a window of the history.</summary>
/// <param name="First">The first of them, counted from 0.</param>
/// <param name="Count">How many; 1 at least.</param>
public readonly record struct ScenarioWindow(HistoryWindow Days, int First, int Count)
{
    /// <summary>The scenario after the last.</summary>
    public int End => First + Count;
}

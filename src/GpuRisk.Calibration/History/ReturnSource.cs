using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.History;

/// <summary>Where usable returns were taken from.</summary>
/// <param name="Completed">Every factor's own, by proxy where it had not begun.</param>
/// <param name="Settings">The rules under which they were taken.</param>
/// <param name="Warnings">What looks wrong in the history.</param>
/// <param name="From">The first day of the history on which a return may end.</param>
/// <param name="To">The last.</param>
internal sealed record ReturnSource(
    CompletedReturns Completed, CalibrationSettings Settings, ReturnDays Days, Lazy<IReadOnlyList<string>> Warnings, int From, int To)
{
    internal FactorHistory History => Completed.History;
}

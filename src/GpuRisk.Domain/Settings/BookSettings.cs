namespace GpuRisk.Domain.Settings;

/// <summary>The settings of <c>book.json</c>.</summary>
public sealed record BookSettings
{
    public SimulationSettings Simulation { get; init; } = new();

    public CalibrationSettings Calibration { get; init; } = new();

    public MarginSettings Margin { get; init; } = new();
}

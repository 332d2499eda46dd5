using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books;

/// <summary>How settings must fit together, whether they come from <c>book.json</c>, from a manifest or in part from a command line.</summary>
public static class SettingsRules
{
    public static IEnumerable<SettingsViolation> Violations(BookSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return SimulationRules.Violations(settings).Concat(CalibrationRules.Violations(settings.Calibration));
    }
}

using GpuRisk.Data.Books.Sections;
using GpuRisk.Data.Json;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books;

/// <summary>Reads the sections <c>simulation</c>, <c>calibration</c> and <c>margin</c>; what is not given has its default.</summary>
internal static class BookSettingsReader
{
    public static BookSettings ReadSections(JsonObjectReader owner)
    {
        MarginSettings margin = MarginSection.Read(owner.Section("margin"));
        int before = owner.ProblemCount;
        SimulationSettings simulation = SimulationSection.Read(owner.Section("simulation"));
        bool isSoundSimulation = owner.ProblemCount == before;
        before = owner.ProblemCount;
        CalibrationSettings calibration = CalibrationSection.Read(owner.Section("calibration"));
        bool isSoundCalibration = owner.ProblemCount == before;
        BookSettings settings = new() { Simulation = simulation, Calibration = calibration, Margin = margin };
        // What stands in for a wrong member could break a rule that the file keeps.
        if (isSoundSimulation)
            Report(owner, SimulationRules.Violations(settings));
        if (isSoundCalibration)
            Report(owner, CalibrationRules.Violations(calibration));
        return settings;
    }

    /// <summary>Each at the place of its member, or of the nearest section that is there.</summary>
    public static void Report(JsonObjectReader owner, IEnumerable<SettingsViolation> violations)
    {
        foreach (SettingsViolation violation in violations)
            owner.ReportAt(owner.Source.Nearest(violation.Path), violation.Message);
    }
}

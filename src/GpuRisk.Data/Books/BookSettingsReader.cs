using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books;

/// <summary>Reads the sections <c>simulation</c>, <c>calibration</c> and <c>margin</c>; what is not given has its default.</summary>
internal static class BookSettingsReader
{
    public const int MostScenarios = 100_000_000;

    public const int LongestHorizon = 250;

    public static BookSettings ReadSections(JsonObjectReader owner) => new()
    {
        Simulation = ReadSimulation(owner.Section("simulation")),
        Calibration = ReadCalibration(owner.Section("calibration")),
        Margin = ReadMargin(owner.Section("margin")),
    };

    private static SimulationSettings ReadSimulation(JsonObjectReader? section)
    {
        SimulationSettings standard = new();
        if (section is null)
            return standard;
        SimulationSettings read = new()
        {
            Model = section.Word("model", SettingWords.Models, standard.Model),
            Scenarios = section.Number(
                "scenarios", standard.Scenarios, static n => n is >= 1 and <= MostScenarios, "a whole number from 1 to 100,000,000"),
            Seed = section.Number("seed", standard.Seed, static _ => true, "a whole number from 0 to 18,446,744,073,709,551,615"),
            HorizonDays = section.Number(
                "horizonDays", standard.HorizonDays, static n => n is >= 1 and <= LongestHorizon, "a whole number of days from 1 to 250"),
            VolatilityTermShort = ReadExponent(section, "volatilityTermShort", standard.VolatilityTermShort),
            VolatilityTermLong = ReadExponent(section, "volatilityTermLong", standard.VolatilityTermLong),
        };
        section.RejectUnknown();
        return read;
    }

    private static double ReadExponent(JsonObjectReader section, string name, double fallback) =>
        section.Number(name, fallback, static p => p is >= 0 and <= 1, "an exponent from 0 to 1");

    private static CalibrationSettings ReadCalibration(JsonObjectReader? section)
    {
        CalibrationSettings standard = new();
        if (section is null)
            return standard;
        CalibrationSettings read = new()
        {
            Volatility = section.Word("volatility", SettingWords.Volatilities, standard.Volatility),
            Lambda = section.Number("lambda", standard.Lambda, static decay => decay is > 0 and < 1, "a decay strictly between 0 and 1"),
            Lookback = section.Number("lookback", standard.Lookback, static n => n >= 0, "a whole number of returns, 0 for all,"),
            Missing = section.Word("missing", SettingWords.MissingRules, standard.Missing),
            Calendar = section.Word("calendar", SettingWords.Calendars, standard.Calendar),
            Repair = section.Word("repair", SettingWords.Repairs, standard.Repair),
        };
        section.RejectUnknown();
        return read;
    }

    private static MarginSettings ReadMargin(JsonObjectReader? section)
    {
        MarginSettings standard = new();
        if (section is null)
            return standard;
        MarginSettings read = new()
        {
            Confidence = section.Take("confidence") is { } level ? ReadConfidence(section, "confidence", level) : standard.Confidence,
            Report = section.Items("report") is { } levels ? ReadReport(section, levels) : standard.Report,
            Estimator = section.Word("estimator", SettingWords.Estimators, standard.Estimator),
            ModelRiskMultiple = section.Number(
                "modelRiskMultiple", standard.ModelRiskMultiple, static multiple => multiple >= 0, "a number from 0"),
        };
        section.RejectUnknown();
        return read;
    }

    private static List<Confidence> ReadReport(JsonObjectReader section, IReadOnlyList<JsonPlaced> levels)
    {
        List<Confidence> report = [];
        foreach (JsonPlaced level in levels)
        {
            int known = section.Problems.Count;
            Confidence confidence = ReadConfidence(section, "report", level);
            if (section.Problems.Count == known && report.Contains(confidence))
                section.Report("report", level, "each level once");
            report.Add(confidence);
        }

        return report;
    }

    /// <summary>The default where the level is wrong and reported.</summary>
    private static Confidence ReadConfidence(JsonObjectReader section, string name, JsonPlaced level)
    {
        if (JsonObjectReader.TryNumber(level, out decimal value) && value is > 0 and < 1)
            return new Confidence(value);
        section.Report(name, level, "a confidence level strictly between 0 and 1, such as 0.99,");
        return new MarginSettings().Confidence;
    }
}

using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books.Sections;

/// <summary>The section <c>margin</c>.</summary>
internal static class MarginSection
{
    public static MarginSettings Read(JsonObjectReader? section)
    {
        MarginSettings standard = new();
        if (section is null)
            return standard;
        MarginSettings read = new()
        {
            Confidence = section.Take("confidence") is { } level && TryConfidence(section, "confidence", level, out Confidence own)
                ? own
                : standard.Confidence,
            Report = section.Items("report") is { } levels ? ReadReport(section, levels) : standard.Report,
            Estimator = section.Word("estimator", SettingWords.Estimators, standard.Estimator),
            ModelRiskMultiple = section.Number(
                "modelRiskMultiple", standard.ModelRiskMultiple, static multiple => multiple >= 0, "a number from 0"),
        };
        section.RejectUnknown();
        return read;
    }

    public static void Write(Utf8JsonWriter json, MarginSettings margin)
    {
        json.WriteStartObject("margin");
        json.WriteNumber("confidence", margin.Confidence.Value);
        json.WriteStartArray("report");
        foreach (Confidence confidence in margin.Report)
            json.WriteNumberValue(confidence.Value);
        json.WriteEndArray();
        json.WriteString("estimator", SettingWords.Estimators.Word(margin.Estimator));
        json.WriteNumber("modelRiskMultiple", margin.ModelRiskMultiple);
        json.WriteEndObject();
    }

    private static List<Confidence> ReadReport(JsonObjectReader section, IReadOnlyList<JsonPlaced> levels)
    {
        List<Confidence> report = [];
        foreach (JsonPlaced level in levels)
        {
            if (!TryConfidence(section, "report", level, out Confidence confidence))
                continue;
            if (report.Contains(confidence))
                section.Report("report", level, "each level once");
            report.Add(confidence);
        }

        return report;
    }

    /// <summary>A confidence level; otherwise false, and the problem is on the list.</summary>
    private static bool TryConfidence(JsonObjectReader section, string name, JsonPlaced level, out Confidence confidence)
    {
        confidence = default;
        if (JsonObjectReader.TryNumber(level, out decimal value) && value is > 0 and < 1)
        {
            confidence = new Confidence(value);
            return true;
        }

        section.Report(name, level, "a confidence level strictly between 0 and 1, such as 0.99,");
        return false;
    }
}

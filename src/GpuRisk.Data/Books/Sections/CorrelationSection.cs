using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books.Sections;

/// <summary>The section <c>calibration.correlation</c>.</summary>
internal static class CorrelationSection
{
    public static CorrelationSettings Read(JsonObjectReader? section)
    {
        CorrelationSettings standard = new();
        if (section is null)
            return standard;
        CorrelationSettings read = new()
        {
            Estimator = section.Word("estimator", SettingWords.CorrelationEstimators, standard.Estimator),
            Lambda = section.Number("lambda", standard.Lambda, CalibrationSection.IsDecay, CalibrationSection.DecayExpected),
            Devolatilised = section.Truth("devolatilised", standard.Devolatilised),
            Lookback = section.Number("lookback", standard.Lookback, static n => n >= 0, "a whole number of returns, 0 for those of the calibration,"),
            Stress = ReadStress(section),
        };
        section.RejectUnknown();
        return read;
    }

    public static void Write(Utf8JsonWriter json, CorrelationSettings correlation)
    {
        CorrelationSettings standard = new();
        if (correlation.Stress.Count == 0 && correlation with { Stress = standard.Stress } == standard)
            return;
        json.WriteStartObject("correlation");
        json.WriteString("estimator", SettingWords.CorrelationEstimators.Word(correlation.Estimator));
        json.WriteNumber("lambda", correlation.Lambda);
        json.WriteBoolean("devolatilised", correlation.Devolatilised);
        json.WriteNumber("lookback", correlation.Lookback);
        if (correlation.Stress.Count > 0)
            WriteStress(json, correlation.Stress);
        json.WriteEndObject();
    }

    private static List<CorrelationStress> ReadStress(JsonObjectReader section)
    {
        List<CorrelationStress> stress = [];
        foreach (JsonObjectReader item in section.Objects("stress", required: false))
        {
            item.Take("target", required: true);
            item.Take("amount", required: true);
            stress.Add(new CorrelationStress(
                item.Word("target", SettingWords.CorrelationTargets, CorrelationTarget.One),
                item.Number("amount", 0.0, static amount => amount is >= 0 and <= 1, "a number from 0 to 1"),
                FactorNames.Patterns(item, required: false) ?? []));
            item.RejectUnknown();
        }

        return stress;
    }

    private static void WriteStress(Utf8JsonWriter json, IReadOnlyList<CorrelationStress> stress)
    {
        json.WriteStartArray("stress");
        foreach (CorrelationStress item in stress)
        {
            json.WriteStartObject();
            json.WriteString("target", SettingWords.CorrelationTargets.Word(item.Target));
            json.WriteNumber("amount", item.Amount);
            if (item.Factors.Count > 0)
                FactorNames.Write(json, item.Factors);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

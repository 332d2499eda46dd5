using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books.Sections;

/// <summary>The array <c>calibration.groups</c>.</summary>
internal static class GroupSection
{
    public static IReadOnlyList<FactorGroup> Read(JsonObjectReader calibration)
    {
        List<FactorGroup> groups = [];
        foreach (JsonObjectReader group in calibration.Objects("groups", required: false))
        {
            groups.Add(new FactorGroup
            {
                Name = group.Name("name") ?? "",
                Factors = FactorNames.Patterns(group, required: true) ?? [],
                Volatility = group.Take("volatility") is null ? null : group.Word("volatility", SettingWords.Volatilities, default),
                Lambda = group.NumberOrNull<double>("lambda", CalibrationSection.IsDecay, CalibrationSection.DecayExpected),
                Lookback = group.NumberOrNull<int>("lookback", static n => n >= 0, CalibrationSection.LookbackExpected),
                VolatilityFloor = group.NumberOrNull<double>("volatilityFloor", CalibrationSection.IsFloor, CalibrationSection.FloorExpected),
            });
            group.RejectUnknown();
        }

        if (groups.Count == 0)
            return [];
        return groups;
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<FactorGroup> groups)
    {
        if (groups.Count == 0)
            return;
        json.WriteStartArray("groups");
        foreach (FactorGroup group in groups)
            Write(json, group);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, FactorGroup group)
    {
        json.WriteStartObject();
        json.WriteString("name", TableName.Checked(group.Name));
        FactorNames.Write(json, group.Factors);
        if (group.Volatility is { } volatility)
            json.WriteString("volatility", SettingWords.Volatilities.Word(volatility));
        if (group.Lambda is { } lambda)
            json.WriteNumber("lambda", lambda);
        if (group.Lookback is { } lookback)
            json.WriteNumber("lookback", lookback);
        if (group.VolatilityFloor is { } floor)
            json.WriteNumber("volatilityFloor", floor);
        json.WriteEndObject();
    }
}

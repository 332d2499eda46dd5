using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books.Sections;

/// <summary>The members of <c>simulation</c> that decide the model which is calibrated; the rest decide what is drawn from it.</summary>
internal static class ModelMembers
{
    private const int LongestHorizon = 250;

    public static SimulationSettings Read(JsonObjectReader section, SimulationSettings standard) => new()
    {
        Model = section.Word("model", SettingWords.Models, standard.Model),
        HorizonDays = section.Number(
            "horizonDays", standard.HorizonDays, static n => n is >= 1 and <= LongestHorizon, "a whole number of days from 1 to 250"),
        Horizon = ReadHorizon(section),
        StudentT = StudentTSection.Read(section.Section("studentT")),
        Overlapping = section.Truth("overlapping", standard.Overlapping),
        Revolatilisation = section.Word("revolatilisation", SettingWords.Revolatilisations, standard.Revolatilisation),
        Stressed = StressedSection.Read(section.Section("stressed")),
        Mixture = MixtureSection.Read(section),
    };

    /// <summary>The section of these members alone.</summary>
    public static void Write(Utf8JsonWriter json, SimulationSettings simulation)
    {
        json.WriteStartObject("simulation");
        json.WriteString("model", SettingWords.Models.Word(simulation.Model));
        json.WriteNumber("horizonDays", simulation.HorizonDays);
        WriteOptions(json, simulation);
        json.WriteEndObject();
    }

    /// <summary>All but the model and the days: what is not at its default.</summary>
    public static void WriteOptions(Utf8JsonWriter json, SimulationSettings simulation)
    {
        if (simulation.Horizon is { } rule)
            json.WriteString("horizon", SettingWords.HorizonRules.Word(rule));
        StudentTSection.Write(json, simulation.StudentT);
        if (!simulation.Overlapping)
            json.WriteBoolean("overlapping", false);
        if (simulation.Revolatilisation != default)
            json.WriteString("revolatilisation", SettingWords.Revolatilisations.Word(simulation.Revolatilisation));
        StressedSection.Write(json, simulation.Stressed);
        MixtureSection.Write(json, simulation.Mixture);
    }

    private static HorizonRule? ReadHorizon(JsonObjectReader section) =>
        section.Take("horizon") is null ? null : section.Word("horizon", SettingWords.HorizonRules, HorizonRule.Scale);
}

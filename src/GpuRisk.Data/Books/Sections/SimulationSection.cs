using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books.Sections;

/// <summary>The section <c>simulation</c>: what is drawn (<see cref="ModelMembers"/>), and how.</summary>
internal static class SimulationSection
{
    private const int MostScenarios = 100_000_000;

    public static SimulationSettings Read(JsonObjectReader? section)
    {
        SimulationSettings standard = new();
        if (section is null)
            return standard;
        SimulationSettings read = ModelMembers.Read(section, standard) with
        {
            Scenarios = section.Number(
                "scenarios", standard.Scenarios, static n => n is >= 1 and <= MostScenarios, "a whole number from 1 to 100,000,000"),
            Seed = section.Number("seed", standard.Seed, static _ => true, "a whole number from 0 to 18,446,744,073,709,551,615"),
            VolatilityTermShort = ReadExponent(section, "volatilityTermShort", standard.VolatilityTermShort),
            VolatilityTermLong = ReadExponent(section, "volatilityTermLong", standard.VolatilityTermLong),
            Sampling = SamplingSection.Read(section.Section("sampling")),
            Net = section.Truth("net", standard.Net),
            Account = section.Text("account", required: false, static text => TableName.IsValid(text), "the name of an account"),
        };
        section.RejectUnknown();
        return read;
    }

    /// <summary>Members that came later are written where they are not at their defaults.</summary>
    public static void Write(Utf8JsonWriter json, SimulationSettings simulation)
    {
        json.WriteStartObject("simulation");
        json.WriteString("model", SettingWords.Models.Word(simulation.Model));
        json.WriteNumber("scenarios", simulation.Scenarios);
        json.WriteNumber("seed", simulation.Seed);
        json.WriteNumber("horizonDays", simulation.HorizonDays);
        json.WriteNumber("volatilityTermShort", simulation.VolatilityTermShort);
        json.WriteNumber("volatilityTermLong", simulation.VolatilityTermLong);
        SamplingSection.Write(json, simulation.Sampling);
        if (simulation.Net)
            json.WriteBoolean("net", true);
        if (simulation.Account is { } account)
            json.WriteString("account", TableName.Checked(account));
        ModelMembers.WriteOptions(json, simulation);
        json.WriteEndObject();
    }

    private static double ReadExponent(JsonObjectReader section, string name, double fallback) =>
        section.Number(name, fallback, static p => p is >= 0 and <= 1, "an exponent from 0 to 1");
}

using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books.Sections;

/// <summary>The array <c>simulation.mixture</c>.</summary>
internal static class MixtureSection
{
    public static IReadOnlyList<MixturePart> Read(JsonObjectReader simulation)
    {
        List<MixturePart> parts = [];
        foreach (JsonObjectReader part in simulation.Objects("mixture", required: false))
        {
            part.Take("model", required: true);
            part.Take("weight", required: true);
            parts.Add(new MixturePart(
                part.Word("model", SettingWords.Models, ScenarioSource.Gaussian),
                part.Number("weight", 1m, static weight => weight is > 0 and <= 1, "a weight above 0 and up to 1")));
            part.RejectUnknown();
        }

        if (parts.Count == 0)
            return [];
        return parts;
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<MixturePart> parts)
    {
        if (parts.Count == 0)
            return;
        json.WriteStartArray("mixture");
        foreach (MixturePart part in parts)
        {
            json.WriteStartObject();
            json.WriteString("model", SettingWords.Models.Word(part.Model));
            json.WriteNumber("weight", part.Weight);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

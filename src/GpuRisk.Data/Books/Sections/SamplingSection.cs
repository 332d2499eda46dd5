using System.Numerics;
using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books.Sections;

/// <summary>The section <c>simulation.sampling</c>.</summary>
internal static class SamplingSection
{
    public static SamplingSettings Read(JsonObjectReader? section)
    {
        SamplingSettings standard = new();
        if (section is null)
            return standard;
        SamplingSettings read = new()
        {
            Method = section.Word("method", SettingWords.SamplingMethods, standard.Method),
            Randomisations = section.Number(
                "randomisations", standard.Randomisations, static n => n is >= SamplingSettings.FewestRandomisations and <= SamplingSettings.MostRandomisations && BitOperations.IsPow2(n), "a power of two from 8 to 1024"),
        };
        section.RejectUnknown();
        return read;
    }

    public static void Write(Utf8JsonWriter json, SamplingSettings sampling)
    {
        if (sampling == new SamplingSettings())
            return;
        json.WriteStartObject("sampling");
        json.WriteString("method", SettingWords.SamplingMethods.Word(sampling.Method));
        json.WriteNumber("randomisations", sampling.Randomisations);
        json.WriteEndObject();
    }
}

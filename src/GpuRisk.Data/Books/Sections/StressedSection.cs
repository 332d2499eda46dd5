using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books.Sections;

/// <summary>The section <c>simulation.stressed</c>.</summary>
internal static class StressedSection
{
    private const int FewestDays = 2;

    public static StressedSettings Read(JsonObjectReader? section)
    {
        StressedSettings standard = new();
        if (section is null)
            return standard;
        StressedSettings read = new()
        {
            From = section.Date("from"),
            To = section.Date("to"),
            Days = section.Number("days", standard.Days, static n => n >= FewestDays, "a whole number of returns from 2"),
            Model = section.Word("model", SettingWords.Models, standard.Model),
        };
        section.RejectUnknown();
        return read;
    }

    public static void Write(Utf8JsonWriter json, StressedSettings stressed)
    {
        if (stressed == new StressedSettings())
            return;
        json.WriteStartObject("stressed");
        if (stressed.From is { } from)
            json.WriteString("from", CalendarDate.Format(from));
        if (stressed.To is { } to)
            json.WriteString("to", CalendarDate.Format(to));
        json.WriteNumber("days", stressed.Days);
        json.WriteString("model", SettingWords.Models.Word(stressed.Model));
        json.WriteEndObject();
    }
}

using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;

namespace GpuRisk.Data.Models;

/// <summary>The days <c>first</c> and <c>last</c>, absent where there are none.</summary>
internal static class DatesJson
{
    public static void Write(Utf8JsonWriter json, DateOnly? first, DateOnly? last)
    {
        if (first is { } from)
            json.WriteString("first", CalendarDate.Format(from));
        if (last is { } to)
            json.WriteString("last", CalendarDate.Format(to));
    }

    public static (DateOnly? First, DateOnly? Last) Read(JsonObjectReader json) => (json.Date("first"), json.Date("last"));
}

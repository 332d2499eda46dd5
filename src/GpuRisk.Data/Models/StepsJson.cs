using System.Text.Json;
using GpuRisk.Data.Json;

namespace GpuRisk.Data.Models;

/// <summary>How many draws a scenario of a model takes.</summary>
internal static class StepsJson
{
    private const int Most = 250;

    public static void Write(Utf8JsonWriter json, int steps) => json.WriteNumber("steps", steps);

    public static int Read(JsonObjectReader json)
    {
        json.Take("steps", required: true);
        return json.Number("steps", 1, static steps => steps is >= 1 and <= Most, "a whole number of steps from 1 to 250");
    }
}

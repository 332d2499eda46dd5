using System.Buffers;
using System.Text;
using System.Text.Json;
using GpuRisk.Data.Json;

namespace GpuRisk.Data.Models;

/// <summary>An item of an array in a line of its own, whatever it holds: rows that people can read one below the other.</summary>
internal static class JsonLine
{
    /// <param name="writeMembers">Writes the members of the item, which is an object.</param>
    public static void WriteObject(Utf8JsonWriter json, Action<Utf8JsonWriter> writeMembers)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter line = new(bytes))
        {
            line.WriteStartObject();
            writeMembers(line);
            line.WriteEndObject();
        }

        WriteText(json, Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    /// <summary>Raw values are written as they are: the line break and the indent are this line's own.</summary>
    public static void WriteText(Utf8JsonWriter json, string text) =>
        json.WriteRawValue($"\n{new string(' ', JsonFormat.Writing.IndentSize * json.CurrentDepth)}{text}", skipInputValidation: true);
}

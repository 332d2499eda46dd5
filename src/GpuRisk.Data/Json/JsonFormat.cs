using System.Text.Json;

namespace GpuRisk.Data.Json;

/// <summary>How JSON files are written: indented by two, LF on every system.</summary>
internal static class JsonFormat
{
    public static JsonWriterOptions Writing { get; } = new() { Indented = true, IndentSize = 2, NewLine = "\n" };
}

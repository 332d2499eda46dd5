using System.Text.Encodings.Web;
using System.Text.Json;

namespace GpuRisk.Cli.Output;

/// <summary>JSON on standard output: indented, numbers in full precision, a missing figure as null.</summary>
internal static class JsonOutput
{
    public static void Print(Action<Utf8JsonWriter> write)
    {
        using (Stream output = Console.OpenStandardOutput())
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            write(writer);
        Console.Out.WriteLine();
    }

    public static void WriteFigure(this Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value))
            writer.WriteNumber(name, value);
        else
            writer.WriteNull(name);
    }
}

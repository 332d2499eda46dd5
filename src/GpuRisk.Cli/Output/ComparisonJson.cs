using System.Text.Json;
using GpuRisk.Cli.Comparisons;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Cli.Output;

/// <summary>A comparison for machines. Members are added, never renamed.</summary>
internal static class ComparisonJson
{
    public static void Print(ComparisonResult result) => JsonOutput.Print(json =>
    {
        json.WriteStartObject();
        json.WriteString("book", result.Book);
        json.WriteString("currency", result.Currency);
        json.WriteString("model", result.Model);
        json.WriteNumber("scenarios", result.Scenarios);
        json.WriteNumber("seed", result.Seed);
        json.WriteFigure("loadSeconds", result.LoadSeconds);
        json.WriteFigure("calibrateSeconds", result.CalibrateSeconds);
        json.WriteStartArray("rows");
        foreach (ComparisonRow row in result.Rows)
            Write(json, row);
        json.WriteEndArray();
        json.WriteStartArray("contradictions");
        foreach (string line in result.Contradictions)
            json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, ComparisonRow row)
    {
        json.WriteStartObject();
        json.WriteString("accelerator", row.Accelerator);
        json.WriteString("description", row.Description);
        json.WriteString("precision", row.Precision);
        Write(json, "bitExact", row.BitExact);
        json.WriteFigure("buildSeconds", row.BuildSeconds);
        if (row.Seconds is { } seconds)
            Write(json, seconds);
        else
            json.WriteNull("seconds");
        json.WriteFigure("pricesPerSecond", row.PricesPerSecond);
        json.WriteString("digest", row.Digest);
        if (row.Ulps is { } ulps)
            json.WriteNumber("ulps", ulps);
        else
            json.WriteNull("ulps");
        json.WriteFigure("difference", row.Difference);
        Write(json, "equal", row.Equal);
        json.WriteString("failure", row.Failure);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StageSeconds seconds)
    {
        json.WriteStartObject("seconds");
        json.WriteFigure("scenarios", seconds.Scenarios);
        json.WriteFigure("revaluation", seconds.Revaluation);
        json.WriteFigure("aggregation", seconds.Aggregation);
        json.WriteFigure("tail", seconds.Tail);
        json.WriteFigure("measures", seconds.Measures);
        json.WriteFigure("attribution", seconds.Attribution);
        json.WriteFigure("total", seconds.Total);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } known)
            json.WriteBoolean(name, known);
        else
            json.WriteNull(name);
    }
}

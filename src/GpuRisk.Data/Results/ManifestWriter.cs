using System.Text.Json;
using GpuRisk.Data.Books;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Data.Results;

/// <summary>Writes <c>manifest.json</c>.</summary>
internal static class ManifestWriter
{
    public static void Write(Manifest manifest, string path)
    {
        using FileStream file = File.Create(path);
        using Utf8JsonWriter json = new(file, JsonFormat.Writing);
        json.WriteStartObject();
        json.WriteString("format", Manifest.Format);
        json.WriteString("version", manifest.Version);
        json.WriteBoolean("complete", manifest.Complete);
        json.WriteString("digest", manifest.Digest);
        WriteBook(json, manifest.Book);
        WriteOptions(json, manifest.Options);
        json.WriteStartObject("settings");
        BookSettingsWriter.WriteSections(json, manifest.Settings);
        json.WriteEndObject();
        json.WriteString("model", manifest.Model);
        json.WriteNumber("scenarios", manifest.Scenarios);
        json.WriteString("shocksFile", manifest.ShocksFile);
        json.WriteString("modelFile", manifest.ModelFile);
        json.WriteString("accelerator", manifest.Accelerator);
        json.WriteString("precision", manifest.Precision);
        FingerprintJson.Write(json, "inputs", manifest.Inputs);
        FingerprintJson.Write(json, "outputs", manifest.Outputs);
        WriteSeconds(json, manifest.Seconds);
        WriteNumber(json, "pricesPerSecond", manifest.PricesPerSecond);
        WriteFailures(json, manifest.Failures);
        json.WriteStartArray("notes");
        foreach (string note in manifest.Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        file.Write("\n"u8);
    }

    private static void WriteBook(Utf8JsonWriter json, ManifestBook book)
    {
        json.WriteStartObject("book");
        json.WriteString("name", book.Name);
        json.WriteString("path", book.Path);
        json.WriteString("asOf", Instant.Format(book.AsOf));
        json.WriteString("currency", book.Currency);
        json.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter json, IReadOnlyDictionary<string, string> options)
    {
        json.WriteStartObject("options");
        foreach ((string name, string value) in options.OrderBy(option => option.Key, StringComparer.Ordinal))
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static void WriteSeconds(Utf8JsonWriter json, StageSeconds seconds)
    {
        json.WriteStartObject("seconds");
        WriteNumber(json, "load", seconds.Load);
        WriteNumber(json, "calibrate", seconds.Calibrate);
        WriteNumber(json, "scenarios", seconds.Scenarios);
        WriteNumber(json, "revaluation", seconds.Revaluation);
        WriteNumber(json, "aggregation", seconds.Aggregation);
        WriteNumber(json, "tail", seconds.Tail);
        WriteNumber(json, "measures", seconds.Measures);
        WriteNumber(json, "attribution", seconds.Attribution);
        WriteNumber(json, "total", seconds.Total);
        json.WriteEndObject();
    }

    private static void WriteFailures(Utf8JsonWriter json, IReadOnlyList<PricingFailure> failures)
    {
        json.WriteStartArray("failures");
        foreach (PricingFailure failure in failures)
        {
            json.WriteStartObject();
            json.WriteString("instrument", failure.Instrument);
            json.WriteString("reason", failure.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>JSON has no NaN and no infinity: null.</summary>
    private static void WriteNumber(Utf8JsonWriter json, string name, double number)
    {
        if (double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}

using GpuRisk.Data.Books;
using GpuRisk.Data.Input;
using GpuRisk.Data.Json;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Results;

/// <summary>Reads <c>manifest.json</c>.</summary>
public static class ManifestReader
{
    /// <param name="path">The manifest, or the folder of the result that it belongs to.</param>
    /// <exception cref="InvalidInputException">It is missing or is not a whole manifest; says all that is wrong with it.</exception>
    public static Manifest Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string file = Directory.Exists(path) ? Path.Combine(path, ResultFiles.Manifest) : path;
        ProblemList problems = new();
        FileProblems own = problems.Of(file);
        JsonPlaced? root = JsonTreeReader.Read(file, own);
        Manifest? manifest = root is null ? null : ReadRoot(new JsonObjectReader(root, own));
        problems.ThrowIfAny();
        return manifest!;
    }

    /// <summary>A value that is missing or wrong is reported, and what stands in its place here is never seen.</summary>
    private static Manifest ReadRoot(JsonObjectReader json)
    {
        string? format = json.Text(
            "format", required: true, static text => text is Manifest.Format or Manifest.SecondFormat or Manifest.FirstFormat,
            $"\"{Manifest.Format}\", \"{Manifest.SecondFormat}\" or \"{Manifest.FirstFormat}\"");
        Manifest manifest = new()
        {
            Version = Text(json, "version"),
            Complete = json.Truth("complete"),
            Digest = FingerprintJson.ReadHash(json, "digest"),
            Book = ReadBook(json.Section("book", required: true)),
            Options = ReadOptions(json),
            Settings = ReadSettings(json.Section("settings", required: true)),
            Model = Text(json, "model"),
            Scenarios = (int)Whole(json, "scenarios", least: 1, most: int.MaxValue),
            ShocksFile = TextOrNull(json, "shocksFile"),
            ModelFile = format == Manifest.Format ? TextOrNull(json, "modelFile") : null,
            Accelerator = Text(json, "accelerator"),
            Precision = Text(json, "precision"),
            Inputs = FingerprintJson.Read(json, "inputs"),
            Outputs = FingerprintJson.Read(json, "outputs"),
            Seconds = ReadSeconds(json.Section("seconds", required: true)),
            PricesPerSecond = NumberOrNull(json, "pricesPerSecond"),
            Failures = ReadFailures(json),
            Notes = ReadNotes(json),
        };
        json.RejectUnknown();
        return manifest;
    }

    private static ManifestBook ReadBook(JsonObjectReader? section)
    {
        if (section is null)
            return new ManifestBook("", "", default, "");
        ManifestBook book = new(
            Text(section, "name"), Text(section, "path"), section.Instant("asOf", required: true) ?? default, Text(section, "currency"));
        section.RejectUnknown();
        return book;
    }

    private static BookSettings ReadSettings(JsonObjectReader? section)
    {
        if (section is null)
            return new BookSettings();
        BookSettings settings = BookSettingsReader.ReadSections(section);
        section.RejectUnknown();
        return settings;
    }

    private static SortedDictionary<string, string> ReadOptions(JsonObjectReader json)
    {
        SortedDictionary<string, string> options = new(StringComparer.Ordinal);
        if (json.Section("options", required: true) is not { } section)
            return options;
        foreach (string name in section.MemberNames)
            options[name] = Text(section, name);
        return options;
    }

    private static string? TextOrNull(JsonObjectReader json, string name) =>
        json.Take(name, required: true) is null or { Sort: JsonSort.Null } ? null : Text(json, name);

    private static List<PricingFailure> ReadFailures(JsonObjectReader json)
    {
        List<PricingFailure> failures = [];
        foreach (JsonObjectReader item in json.Objects("failures"))
        {
            failures.Add(new PricingFailure(Text(item, "instrument"), Text(item, "reason")));
            item.RejectUnknown();
        }

        return failures;
    }

    private static List<string> ReadNotes(JsonObjectReader json)
    {
        List<string> notes = [];
        foreach (JsonPlaced item in json.Items("notes", required: true) ?? [])
        {
            if (item.Sort != JsonSort.Text)
                json.Report("notes", item, "a string");
            notes.Add(item.Text);
        }

        return notes;
    }

    private static StageSeconds ReadSeconds(JsonObjectReader? section)
    {
        if (section is null)
            return new StageSeconds();
        StageSeconds seconds = new()
        {
            Load = NumberOrNull(section, "load"),
            Calibrate = NumberOrNull(section, "calibrate"),
            Scenarios = NumberOrNull(section, "scenarios"),
            Revaluation = NumberOrNull(section, "revaluation"),
            Aggregation = NumberOrNull(section, "aggregation"),
            Tail = NumberOrNull(section, "tail"),
            Measures = NumberOrNull(section, "measures"),
            Attribution = NumberOrNull(section, "attribution"),
            Total = NumberOrNull(section, "total"),
        };
        section.RejectUnknown();
        return seconds;
    }

    private static string Text(JsonObjectReader json, string name) =>
        json.Text(name, required: true, static _ => true, "a string") ?? "";

    private static long Whole(JsonObjectReader json, string name, long least, long most)
    {
        json.Take(name, required: true);
        return json.Number(name, least, number => number >= least && number <= most, $"a whole number from {least}");
    }

    private static double NumberOrNull(JsonObjectReader json, string name) =>
        json.Take(name, required: true) is null or { Sort: JsonSort.Null }
            ? double.NaN
            : json.Number(name, double.NaN, static _ => true, "a number or null");
}

using System.Text.Json;
using GpuRisk.Data.Json;

namespace GpuRisk.Data.Results;

/// <summary>An array of files in JSON: <c>file</c>, <c>bytes</c>, <c>sha256</c>.</summary>
internal static class FingerprintJson
{
    private const int HashDigits = 64;

    public static void Write(Utf8JsonWriter json, string name, IReadOnlyList<FileFingerprint> files)
    {
        json.WriteStartArray(name);
        foreach (FileFingerprint file in files)
        {
            json.WriteStartObject();
            json.WriteString("file", file.File);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static IReadOnlyList<FileFingerprint> Read(JsonObjectReader json, string name)
    {
        List<FileFingerprint> files = [];
        foreach (JsonObjectReader item in json.Objects(name))
        {
            item.Take("bytes", required: true);
            files.Add(new FileFingerprint(
                item.Text("file", required: true, static _ => true, "a string") ?? "",
                item.Number("bytes", 0L, static bytes => bytes >= 0, "a whole number from 0"),
                ReadHash(item, "sha256")));
            item.RejectUnknown();
        }

        return files;
    }

    public static string ReadHash(JsonObjectReader json, string name) => json.Text(
        name,
        required: true,
        static text => text.Length == HashDigits && text.All(char.IsAsciiHexDigitLower),
        $"a SHA-256 of {HashDigits} lower-case hexadecimal digits") ?? "";
}

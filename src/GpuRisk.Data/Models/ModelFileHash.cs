using System.Buffers;
using System.Security.Cryptography;
using GpuRisk.Data.Json;

namespace GpuRisk.Data.Models;

/// <summary>
/// SHA-256 of a model's file over its own text without the member that holds it, in lower-case hexadecimal. Equal models are equal texts and
/// reading is exact, so what was read is written again and hashed: a number, a name or a setting that was edited gives another hash,
/// while white space and the order of members do not count.
/// </summary>
public static class ModelFileHash
{
    public const string Member = "sha256";

    public static string Of(ModelFile model)
    {
        ArrayBufferWriter<byte> text = new();
        ModelFileWriter.WriteText(model, text);
        return Of(text.WrittenSpan);
    }

    internal static string Of(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(SHA256.HashData(text));

    /// <summary>Reports a file that holds another hash than its content has.</summary>
    internal static void Check(JsonObjectReader json, string recorded, ModelFile model)
    {
        if (Of(model) != recorded)
            json.ReportAt(json.Take(Member)!, $"the file is not as gpurisk calibrate wrote it; expected its SHA-256 {recorded}; change the book's settings and calibrate again");
    }
}

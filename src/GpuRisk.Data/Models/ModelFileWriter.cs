using System.Buffers;
using System.Text;
using System.Text.Json;
using GpuRisk.Data.Books.Sections;
using GpuRisk.Data.Folders;
using GpuRisk.Data.Json;
using GpuRisk.Data.Results;
using GpuRisk.Data.Text;

namespace GpuRisk.Data.Models;

/// <summary>Writes a model. Every number is the shortest text that reads back as the same bits: equal models give equal bytes.</summary>
public static class ModelFileWriter
{
    /// <summary>What ends the text, and what the hash is written before.</summary>
    private const string End = "\n}\n";

    /// <summary>Writes aside and renames: the target never holds half a model.</summary>
    /// <param name="target">New, or an earlier model, which is replaced.</param>
    /// <exception cref="ResultFolderException">The target is something else, or cannot be written.</exception>
    public static void Write(ModelFile model, string target)
    {
        using StagedFile staged = StagedFile.Begin(target, static path => IsModel(path) ? null : "exists and is no model; a new file, or a model that is replaced, is expected");
        try
        {
            WriteTo(model, staged.Partial);
        }
        catch (Exception failure) when (DiskFailure.Is(failure))
        {
            throw new ResultFolderException(target, $"cannot be written ({DiskFailure.Reason(failure)}); a writable place with enough room is expected", failure);
        }

        staged.Complete();
    }

    /// <summary>The file as the members of the current object, but for the model itself and the hash: what people read.</summary>
    public static void WriteDescription(Utf8JsonWriter json, ModelFile model)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(model);
        json.WriteString("format", ModelFile.Format);
        json.WriteString("version", model.Version);
        json.WriteStartObject("book");
        json.WriteString("name", model.Book);
        json.WriteString("asOf", Instant.Format(model.AsOf));
        json.WriteEndObject();
        FingerprintJson.Write(json, "inputs", model.Inputs);
        json.WriteStartObject("settings");
        ModelMembers.Write(json, model.Simulation);
        CalibrationSection.Write(json, model.Calibration);
        json.WriteEndObject();
        ReportJson.Write(json, model.Report);
    }

    internal static void WriteTo(ModelFile model, string path)
    {
        ArrayBufferWriter<byte> text = new();
        WriteText(model, text);
        using FileStream file = File.Create(path);
        file.Write(text.WrittenSpan[..^End.Length]);
        file.Write(Encoding.UTF8.GetBytes($",\n  \"{ModelFileHash.Member}\": \"{ModelFileHash.Of(text.WrittenSpan)}\"{End}"));
    }

    /// <summary>The whole file but for its hash, which is over this text.</summary>
    internal static void WriteText(ModelFile model, ArrayBufferWriter<byte> text)
    {
        using (Utf8JsonWriter json = new(text, JsonFormat.Writing))
        {
            json.WriteStartObject();
            WriteDescription(json, model);
            json.WriteStartObject("model");
            ModelJson.Write(json, model.Model);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        text.Write("\n"u8);
    }

    /// <summary>Whether a file begins as this class begins one, so that replacing it destroys nothing else.</summary>
    private static bool IsModel(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            Span<byte> start = stackalloc byte[64];
            int read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            return start[..read].StartsWith("{\n  \"format\": \"gpurisk-model-"u8);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

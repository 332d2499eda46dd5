using System.Text.Json;
using GpuRisk.Data.Input;

namespace GpuRisk.Data.Venues.Deribit;

/// <summary>Daily levels as a JSON array of <c>[milliseconds since 1970-01-01 UTC, level]</c>; the day is that of UTC, and a level may be null.</summary>
internal static class HistoryJson
{
    private const string Expected = "a row [epoch milliseconds, level] is expected";

    private const long LargestFile = 1 << 30;

    public static void Read(string path, HistoryBuilder builder, FileProblems problems)
    {
        if (new FileInfo(path).Length > LargestFile)
            problems.Add($"the file is larger than {LargestFile >> 20} MiB; daily levels are expected");
        else
            Read(File.ReadAllBytes(path), builder, problems);
    }

    private static void Read(byte[] utf8, HistoryBuilder builder, FileProblems problems)
    {
        ReadOnlySpan<byte> text = utf8;
        int start = text.StartsWith("\uFEFF"u8) ? 3 : 0;
        TextPosition position = new(utf8);
        Utf8JsonReader reader = new(text[start..]);
        try
        {
            reader.Read();
            while (reader.Read() && reader.CurrentDepth > 0)
                ReadRow(ref reader, start, position, builder, problems);
            // Throws where anything follows the array.
            reader.Read();
        }
        catch (JsonException failure)
        {
            problems.Add(
                (int)(failure.LineNumber ?? 0) + 1, (int)(failure.BytePositionInLine ?? 0) + 1,
                "this is not JSON; an array of [epoch milliseconds, level] is expected");
        }
    }

    /// <summary>One element of the outer array, whatever it is; the reader is left on its last token.</summary>
    private static void ReadRow(ref Utf8JsonReader reader, int start, TextPosition position, HistoryBuilder builder, FileProblems problems)
    {
        TextPlace at = position.Of(start + reader.TokenStartIndex);
        int level = reader.CurrentDepth;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            problems.Add(at.Line, at.Column, $"this is {Describe(reader.TokenType)}; {Expected}");
            reader.Skip();
            return;
        }

        DateOnly? date = null;
        double? value = null;
        bool ok = true;
        int cells = 0;
        TextPlace dateAt = at;
        for (; reader.Read() && reader.CurrentDepth > level; cells++)
        {
            at = position.Of(start + reader.TokenStartIndex);
            if (cells == 0)
                (dateAt, ok) = (at, TryDate(ref reader, out date));
            else if (cells == 1)
                ok = TryLevel(ref reader, out value);
            reader.Skip();
            if (!ok)
                break;
        }
        while (reader.CurrentDepth > level && reader.Read())
        {
        }
        if (!ok || cells != 2 || date is not { } day)
            problems.Add(at.Line, at.Column, ok ? $"the row has {cells} cells; {Expected}" : $"the cell is not {(cells == 0 ? "a time in milliseconds" : "a finite number or null")}; {Expected}");
        else
            builder.Add(day, value, dateAt, at);
    }

    private static bool TryDate(ref Utf8JsonReader reader, out DateOnly? date)
    {
        date = null;
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long milliseconds)
            || milliseconds < DateTimeOffset.MinValue.ToUnixTimeMilliseconds() || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return false;
        }
        date = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime);
        return true;
    }

    private static bool TryLevel(ref Utf8JsonReader reader, out double? level)
    {
        level = null;
        if (reader.TokenType == JsonTokenType.Null)
            return true;
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDouble(out double number) || !double.IsFinite(number))
            return false;
        level = number;
        return true;
    }

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        _ => "no row",
    };
}

using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace GpuRisk.Data.Input;

/// <summary>Whether a file is there, can be read, holds something and is UTF-8 text, with or without a byte order mark.</summary>
internal static class TextFile
{
    private const int ChunkBytes = 1 << 20;

    private const string Empty = "the file is empty; text in UTF-8 is expected";

    /// <returns>False where it is not; the problem is then on the list.</returns>
    public static bool IsUsable(string path, FileProblems problems) => ReadableFile.Use(path, Empty, problems, () =>
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
        return IsText(file, problems);
    });

    private static bool IsText(FileStream file, FileProblems problems)
    {
        byte[] buffer = new byte[ChunkBytes];
        int line = 1;
        int carried = 0;
        bool first = true;
        while (true)
        {
            int read = file.ReadAtLeast(buffer.AsSpan(carried), buffer.Length - carried, throwOnEndOfStream: false);
            ReadOnlySpan<byte> chunk = buffer.AsSpan(0, carried + read);
            if (first && !StartsAsText(chunk, problems))
                return false;
            bool last = carried + read < buffer.Length;
            ReadOnlySpan<byte> whole = last ? chunk : chunk[..WholeCharacters(chunk)];
            if (!Utf8.IsValid(whole) || whole.Contains((byte)0))
            {
                ReportFirstBad(whole, line, problems);
                return false;
            }

            if (last)
                return true;
            line += whole.Count((byte)'\n');
            carried = chunk.Length - whole.Length;
            chunk[whole.Length..].CopyTo(buffer);
            first = false;
        }
    }

    private static bool StartsAsText(ReadOnlySpan<byte> start, FileProblems problems)
    {
        if (start.StartsWith("\uFEFF"u8))
            start = start[3..];
        if (start.IsEmpty)
        {
            problems.Add(Empty);
            return false;
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            problems.Add("the file is in UTF-16; UTF-8 is expected");
            return false;
        }

        return true;
    }

    /// <summary>How many bytes come before a character that the end of the chunk may have cut in two.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> chunk)
    {
        int length = chunk.Length;
        for (int back = 1; back <= 3; back++)
        {
            byte candidate = chunk[length - back];
            if (candidate < 0x80)
                return length;
            if (candidate >= 0xC0)
                return length - back;
        }

        return length;
    }

    private static void ReportFirstBad(ReadOnlySpan<byte> text, int line, FileProblems problems)
    {
        int column = 1;
        while (!text.IsEmpty)
        {
            bool valid = Rune.DecodeFromUtf8(text, out Rune rune, out int length) == System.Buffers.OperationStatus.Done;
            if (!valid || rune.Value == 0)
            {
                problems.Add(line, column, string.Create(
                    CultureInfo.InvariantCulture, $"the byte 0x{text[0]:X2} is not text in UTF-8; UTF-8 is expected"));
                return;
            }

            column += rune.Utf16SequenceLength;
            if (rune.Value == '\n')
            {
                line++;
                column = 1;
            }

            text = text[length..];
        }
    }
}

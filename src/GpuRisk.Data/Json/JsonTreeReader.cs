using System.Text;
using System.Text.Json;
using GpuRisk.Data.Input;

namespace GpuRisk.Data.Json;

/// <summary>Reads a JSON file into a tree whose values know their places. Strict: no comments, no trailing commas.</summary>
internal ref struct JsonTreeReader
{
    /// <summary>Settings and manifests are small, and models are not written larger; a larger file is something else.</summary>
    public const long LargestFile = 64 << 20;

    private const int DeepestNesting = 16;

    private readonly ReadOnlySpan<byte> text;
    private readonly FileProblems problems;
    private Utf8JsonReader reader;
    private int line = 1;
    private int lineStart;
    private int counted;

    private JsonTreeReader(ReadOnlySpan<byte> text, FileProblems problems)
    {
        this.text = text;
        this.problems = problems;
        reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = DeepestNesting });
    }

    /// <returns>The object that the file holds; null where it holds none, and the problem is then on the list.</returns>
    public static JsonPlaced? Read(string path, FileProblems problems)
    {
        if (!TextFile.IsUsable(path, problems))
            return null;
        if (new FileInfo(path).Length > LargestFile)
        {
            problems.Add($"the file is larger than {LargestFile >> 20} MiB; a smaller one is expected");
            return null;
        }

        ReadOnlySpan<byte> text = File.ReadAllBytes(path);
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];
        return new JsonTreeReader(text, problems).ReadFile();
    }

    private JsonPlaced? ReadFile()
    {
        try
        {
            reader.Read();
            JsonPlaced root = ReadValue();
            // One more step finds text after the end of the object.
            reader.Read();
            if (root.Sort == JsonSort.Object)
                return root;
            problems.Add(root.Line, root.Column, $"the file holds {root.SortName}; a JSON object is expected");
        }
        catch (JsonException failure)
        {
            problems.Add(
                (int)(failure.LineNumber ?? 0) + 1, (int)(failure.BytePositionInLine ?? 0) + 1, $"the text is not JSON ({Reason(failure)}); JSON is expected");
        }
        catch (InvalidOperationException)
        {
            // A string with an escaped half of a surrogate pair: well-formed JSON, but no text.
            (int at, int column) = Place();
            problems.Add(at, column, "the string is not text; valid Unicode is expected");
        }

        return null;
    }

    private JsonPlaced ReadValue()
    {
        (int at, int column) = Place();
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadMembers(new JsonPlaced(JsonSort.Object, at, column, ""));
            case JsonTokenType.StartArray:
                JsonPlaced array = new(JsonSort.Array, at, column, "");
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    array.Add(ReadValue());
                return array;
            case JsonTokenType.String:
                return new JsonPlaced(JsonSort.Text, at, column, reader.GetString()!);
            case JsonTokenType.Number:
                return new JsonPlaced(JsonSort.Number, at, column, Encoding.UTF8.GetString(reader.ValueSpan));
            case JsonTokenType.True:
            case JsonTokenType.False:
                return new JsonPlaced(JsonSort.Truth, at, column, reader.TokenType == JsonTokenType.True ? "true" : "false");
            default:
                return new JsonPlaced(JsonSort.Null, at, column, "");
        }
    }

    private JsonPlaced ReadMembers(JsonPlaced owner)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            (int at, int column) = Place();
            string name = reader.GetString()!;
            reader.Read();
            JsonMember member = new(name, at, column, ReadValue());
            if (names.Add(name))
                owner.Add(member);
            else
                problems.Add(at, column, $"member {Excerpt.Of(name)} appears twice; one is expected");
        }

        return owner;
    }

    /// <summary>The place of the current token. Tokens come in order, so each line break is counted once.</summary>
    private (int Line, int Column) Place()
    {
        int start = (int)reader.TokenStartIndex;
        for (; counted < start; counted++)
        {
            if (text[counted] != '\n')
                continue;
            line++;
            lineStart = counted + 1;
        }

        return (line, start - lineStart + 1);
    }

    /// <summary>The reader's own words, without the position that follows them.</summary>
    private static string Reason(JsonException failure)
    {
        string message = failure.Message;
        int position = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (position < 0 ? message : message[..position]).TrimEnd('.', ' ').ReplaceLineEndings(" ");
    }
}

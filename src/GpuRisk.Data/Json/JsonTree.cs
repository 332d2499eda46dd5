namespace GpuRisk.Data.Json;

/// <summary>What a JSON value is.</summary>
internal enum JsonSort
{
    Object,
    Array,
    Text,
    Number,
    Truth,
    Null,
}

/// <summary>A JSON value that knows where it stands: lines and columns from 1, columns in bytes of UTF-8.</summary>
/// <param name="Text">The text of a string, the digits of a number, <c>true</c> or <c>false</c>; empty for the rest.</param>
internal sealed record JsonPlaced(JsonSort Sort, int Line, int Column, string Text)
{
    /// <summary>The members of an object; a name that appears twice is reported and its first value kept.</summary>
    public List<JsonMember> Members { get; } = [];

    /// <summary>The items of an array.</summary>
    public List<JsonPlaced> Items { get; } = [];

    /// <summary>For messages: <c>a number</c>.</summary>
    public string SortName => Sort switch
    {
        JsonSort.Object => "an object",
        JsonSort.Array => "an array",
        JsonSort.Text => "a string",
        JsonSort.Number => "a number",
        JsonSort.Truth => "true or false",
        _ => "null",
    };
}

/// <summary>A member of an object, placed at its name.</summary>
internal sealed record JsonMember(string Name, int Line, int Column, JsonPlaced Value);

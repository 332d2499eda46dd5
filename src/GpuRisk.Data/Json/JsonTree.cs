using System.Globalization;

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
    // Most values are numbers, of which a file may have millions: they have no lists.
    private List<JsonMember>? members;

    private List<JsonPlaced>? items;

    /// <summary>The members of an object; a name that appears twice is reported and its first value kept.</summary>
    public IReadOnlyList<JsonMember> Members => members is null ? [] : members;

    /// <summary>The items of an array.</summary>
    public IReadOnlyList<JsonPlaced> Items => items is null ? [] : items;

    public void Add(JsonMember member) => (members ??= []).Add(member);

    public void Add(JsonPlaced item) => (items ??= []).Add(item);

    /// <summary>The value at a path of names and numbers of items, <c>simulation.mixture.1.weight</c>; where the path ends earlier, the last value on it.</summary>
    public JsonPlaced Nearest(string path)
    {
        JsonPlaced at = this;
        foreach (string step in path.Split('.'))
        {
            JsonPlaced? next = at.Sort == JsonSort.Array && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int item)
                ? at.Items.ElementAtOrDefault(item)
                : at.Members.FirstOrDefault(member => member.Name == step)?.Value;
            if (next is null)
                return at;
            at = next;
        }

        return at;
    }

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

using System.Globalization;
using System.Text;
using GpuRisk.Data.Input;
using GpuRisk.Data.Text;

namespace GpuRisk.Data.Json;

/// <summary>
/// Takes known members out of an object and then reports the rest as unknown. Every value that is not what was expected
/// is reported at its place, and the fallback given stands in for it, so that reading goes on; a file with a problem is refused.
/// </summary>
internal sealed class JsonObjectReader(JsonPlaced source, FileProblems problems)
{
    private readonly Dictionary<string, JsonPlaced> values = source.Members.ToDictionary(
        member => member.Name, member => member.Value, StringComparer.Ordinal);

    private readonly OrderedDictionary<string, bool> known = new(StringComparer.Ordinal);

    public IEnumerable<string> MemberNames => source.Members.Select(member => member.Name);

    /// <summary>The object itself, whose place is that of what it lacks.</summary>
    public JsonPlaced Source => source;

    /// <summary>How many problems the file has by now: as many after a part was read as before it where the part is sound.</summary>
    public int ProblemCount => problems.Count;

    /// <summary>The member's value; null where there is none. A required one that is missing is reported.</summary>
    public JsonPlaced? Take(string name, bool required = false)
    {
        bool isFirst = known.TryAdd(name, true);
        JsonPlaced? value = values.GetValueOrDefault(name);
        if (value is null && required && isFirst)
            problems.Add(source.Line, source.Column, $"member '{name}' is missing; it is required");
        return value;
    }

    public string? Text(string name, bool required, Func<string, bool> isValid, string expected)
    {
        if (Take(name, required) is not { } value)
            return null;
        if (value.Sort == JsonSort.Text && isValid(value.Text))
            return value.Text;
        Report(name, value, expected);
        return null;
    }

    public string? Name(string name) => Text(
        name, required: true, text => TableName.IsValid(text), $"a string of 1 to {TableName.LongestName} characters, no control character and no white space at either end");

    public DateTimeOffset? Instant(string name, bool required)
    {
        string? text = Text(
            name, required, static text => Data.Text.Instant.TryParse(text, out DateTimeOffset _), "an ISO 8601 instant with an offset, such as \"2026-03-27T08:00:00Z\",");
        return text is not null && Data.Text.Instant.TryParse(text, out DateTimeOffset instant) ? instant : null;
    }

    public T Word<T>(string name, Vocabulary<T> words, T fallback)
        where T : struct, Enum
    {
        T found = fallback;
        Text(name, required: false, text => words.TryFind(text, out found), words.Alternatives);
        return found;
    }

    /// <summary>A number that <typeparamref name="T"/> holds exactly enough (no exponent for whole numbers) and that is valid.</summary>
    public T Number<T>(string name, T fallback, Func<T, bool> isValid, string expected)
        where T : struct, System.Numerics.INumber<T>
    {
        if (Take(name) is not { } value)
            return fallback;
        if (TryNumber(value, out T number) && isValid(number))
            return number;
        Report(name, value, expected);
        return fallback;
    }

    /// <summary>The same, null where there is none: absent, or null.</summary>
    public T? NumberOrNull<T>(string name, Func<T, bool> isValid, string expected)
        where T : struct, System.Numerics.INumber<T>
    {
        if (Take(name) is null or { Sort: JsonSort.Null })
            return null;
        int before = ProblemCount;
        T number = Number(name, T.Zero, isValid, expected);
        return ProblemCount == before ? number : null;
    }

    public DateOnly? Date(string name)
    {
        DateOnly date = default;
        string? text = Text(name, required: false, text => CalendarDate.TryParse(Encoding.UTF8.GetBytes(text), out date), "a date, such as \"2020-03-12\",");
        return text is null ? null : date;
    }

    public static bool TryNumber<T>(JsonPlaced value, out T number)
        where T : struct, System.Numerics.INumber<T>
    {
        number = default;
        NumberStyles style = typeof(T) == typeof(int) || typeof(T) == typeof(long) || typeof(T) == typeof(ulong)
            ? NumberStyles.AllowLeadingSign
            : NumberStyles.Float;
        return value.Sort == JsonSort.Number
            && T.TryParse(value.Text, style, CultureInfo.InvariantCulture, out number)
            && T.IsFinite(number);
    }

    /// <summary>A section; null where it is absent or no object.</summary>
    public JsonObjectReader? Section(string name, bool required = false)
    {
        if (Take(name, required) is not { } value)
            return null;
        if (value.Sort == JsonSort.Object)
            return new JsonObjectReader(value, problems);
        Report(name, value, "an object");
        return null;
    }

    /// <summary>The items of an array; empty where it is absent or no array.</summary>
    public IReadOnlyList<JsonPlaced>? Items(string name, bool required = false)
    {
        if (Take(name, required) is not { } value)
            return null;
        if (value.Sort == JsonSort.Array)
            return value.Items;
        Report(name, value, "an array");
        return null;
    }

    /// <summary>The strings of an array; null where it is absent or no array. An item that is not valid is reported and left out.</summary>
    public IReadOnlyList<string>? Texts(string name, bool required, Func<string, bool> isValid, string expected)
    {
        if (Items(name, required) is not { } items)
            return null;
        List<string> texts = [];
        foreach (JsonPlaced item in items)
        {
            if (item.Sort == JsonSort.Text && isValid(item.Text))
                texts.Add(item.Text);
            else
                Report(name, item, expected);
        }

        return texts;
    }

    /// <summary>The items of an array of objects.</summary>
    public IEnumerable<JsonObjectReader> Objects(string name, bool required = true)
    {
        foreach (JsonPlaced item in Items(name, required) ?? [])
        {
            if (item.Sort == JsonSort.Object)
                yield return new JsonObjectReader(item, problems);
            else
                Report(name, item, "an object");
        }
    }

    /// <summary>A required <c>true</c> or <c>false</c>.</summary>
    public bool Truth(string name)
    {
        Take(name, required: true);
        return Truth(name, fallback: false);
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Truth(string name, bool fallback)
    {
        if (Take(name) is not { } value)
            return fallback;
        if (value.Sort != JsonSort.Truth)
            Report(name, value, "true or false");
        return value.Text == "true";
    }

    public void Report(string name, JsonPlaced value, string expected)
    {
        string found = value.Sort is JsonSort.Text or JsonSort.Number or JsonSort.Truth ? Excerpt.Of(value.Text) : value.SortName;
        ReportAt(value, $"{name} is {found}; {expected} is expected");
    }

    public void ReportAt(JsonPlaced value, string message) => problems.Add(value.Line, value.Column, message);

    /// <summary>Reports the members that nobody took.</summary>
    public void RejectUnknown()
    {
        foreach (JsonMember member in source.Members.Where(member => !known.ContainsKey(member.Name)))
            problems.Add(member.Line, member.Column, $"member {Excerpt.Of(member.Name)} is unknown; {string.Join(", ", known.Keys)} are expected");
    }
}

using GpuRisk.Data.Input;
using GpuRisk.Data.Text;

namespace GpuRisk.Data.Tables;

/// <summary>Names, words and instants of a table.</summary>
internal static class TableWords
{
    /// <summary>A name; otherwise false, and the problem is on the list.</summary>
    public static bool TryName(this Table table, int field, string what, out string name)
    {
        name = table.Text(field);
        if (TableName.IsValid(name))
            return true;
        table.Report(field, name.Length == 0
            ? $"{what} is empty; a name is expected"
            : $"{what} {Excerpt.Of(name)} is not a name; 1 to {TableName.LongestName} characters, no control character and no white space at either end are expected");
        return false;
    }

    /// <summary>One of the words of a vocabulary; otherwise false, and the problem is on the list.</summary>
    public static bool TryWord<T>(this Table table, int field, string what, Vocabulary<T> words, out T value)
        where T : struct, Enum
    {
        ReadOnlySpan<byte> text = table.Field(field);
        if (words.TryFind(text, out value))
            return true;
        table.Report(field, text.IsEmpty
            ? $"{what} is empty; {words.Alternatives} is expected"
            : $"{what} {Excerpt.Of(text)} is unknown; {words.Alternatives} is expected");
        return false;
    }

    /// <summary>An instant with an offset; otherwise false, and the problem is on the list.</summary>
    public static bool TryInstant(this Table table, int field, string what, out DateTimeOffset instant)
    {
        if (table.TryInstant(field, out instant))
            return true;
        table.Report(field, table.IsEmpty(field)
            ? $"{what} is empty; {Instant.Expectation}"
            : $"{what} {Excerpt.Of(table.Field(field))} is not an instant; {Instant.Expectation}");
        return false;
    }

    /// <summary>A date; otherwise false, and the problem is on the list.</summary>
    public static bool TryDate(this Table table, int field, string what, out DateOnly date)
    {
        if (table.TryDate(field, out date))
            return true;
        table.Report(field, $"{what} {Excerpt.Of(table.Field(field))} is not a date; an ISO 8601 date, such as 2026-03-27, is expected");
        return false;
    }

    /// <summary>Reports a field that is given where nothing applies.</summary>
    public static void RequireEmpty(this Table table, int field, string what, string holder)
    {
        if (!table.IsEmpty(field))
            table.Report(field, $"{what} {Excerpt.Of(table.Field(field))} does not apply to a {holder}; an empty field is expected");
    }
}

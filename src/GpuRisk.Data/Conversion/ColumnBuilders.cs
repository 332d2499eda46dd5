using GpuRisk.Arrow;
using GpuRisk.Arrow.Types;
using GpuRisk.Data.Input;

namespace GpuRisk.Data.Conversion;

/// <summary>Gathers a column. One that is of another sort than the cell is a mistake of the program, not of the input.</summary>
internal abstract class ColumnBuilder
{
    public abstract void AppendEmpty();

    /// <summary>The column; null where its values fit no one type, and the problem is then on the list.</summary>
    public abstract IArrowArray? Build(string name, FileProblems problems);
}

internal sealed class NumberBuilder : ColumnBuilder
{
    private readonly DoubleArray.Builder values = new();

    public void Append(double number) => values.Append(number);

    public override void AppendEmpty() => values.AppendNull();

    public override IArrowArray Build(string name, FileProblems problems) => values.Build();
}

internal sealed class DateBuilder : ColumnBuilder
{
    private readonly Date32Array.Builder values = new();

    public void Append(DateOnly date) => values.Append(date);

    public override void AppendEmpty() => values.AppendNull();

    public override IArrowArray Build(string name, FileProblems problems) => values.Build();
}

/// <summary>Text as a dictionary, in the order of first appearance, after the names that it was begun with.</summary>
internal sealed class TextBuilder : ColumnBuilder
{
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private readonly Int32Array.Builder rows = new();

    public TextBuilder(IReadOnlyList<string> known)
    {
        foreach (string text in known)
            IndexOf(text);
    }

    public IReadOnlyList<string> Texts => texts;

    public void Append(string text) => rows.Append(IndexOf(text));

    public override void AppendEmpty() => rows.AppendNull();

    public override IArrowArray Build(string name, FileProblems problems) => new DictionaryArray(
        new DictionaryType(Int32Type.Default, StringType.Default, ordered: false), rows.Build(), new StringArray.Builder().AppendRange(texts).Build());

    private int IndexOf(string text)
    {
        if (indices.TryGetValue(text, out int index))
            return index;
        index = texts.Count;
        indices.Add(text, index);
        texts.Add(text);
        return index;
    }
}

/// <summary>Instants in UTC: microseconds, or nanoseconds where a value has more digits.</summary>
internal sealed class InstantBuilder : ColumnBuilder
{
    private const string Zone = "UTC";

    /// <summary>Null is an empty cell.</summary>
    private readonly List<DateTimeOffset?> values = [];

    public void Append(DateTimeOffset instant) => values.Add(instant);

    public override void AppendEmpty() => values.Add(null);

    public override IArrowArray? Build(string name, FileProblems problems)
    {
        bool fine = values.Exists(value => value is { } instant && instant.UtcTicks % TimeSpan.TicksPerMicrosecond != 0);
        if (fine && values.Exists(value => value is { } instant && Math.Abs(instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) > long.MaxValue / TimeSpan.NanosecondsPerTick))
        {
            problems.Add($"column '{name}' has instants finer than a microsecond, and others before 1677 or after 2262; Arrow has no type for both, one of the two is expected");
            return null;
        }

        TimestampArray.Builder column = new(new TimestampType(fine ? TimeUnit.Nanosecond : TimeUnit.Microsecond, Zone));
        foreach (DateTimeOffset? value in values)
        {
            if (value is { } instant)
                column.Append(instant);
            else
                column.AppendNull();
        }

        return column.Build();
    }
}

using System.Text.Unicode;
using GpuRisk.Arrow;
using GpuRisk.Data.Text;

namespace GpuRisk.Data.Columnar;

/// <summary>A column whose cells are text; an empty text is an empty cell. All of it is checked to be UTF-8 when a batch is loaded.</summary>
internal abstract class TextCells : ArrowColumn
{
    public override bool IsEmpty(int row) => Text(row).IsEmpty;

    public override bool TryInstant(int row, out DateTimeOffset instant) => Instant.TryParse(Text(row), out instant);

    public override bool TryDate(int row, out DateOnly date) => CalendarDate.TryParse(Text(row), out date);

    protected static void RequireUtf8(VariableBinaryArray values)
    {
        for (int row = 0; row < values.Length; row++)
        {
            if (!Utf8.IsValid(values.GetBytes(row)))
                throw new InvalidArrowException(FormattableString.Invariant($"text {row + 1} of a batch is not UTF-8"));
        }
    }
}

/// <summary>Text cell by cell: utf8 or large_utf8.</summary>
internal sealed class TextColumn : TextCells
{
    private VariableBinaryArray? values;

    public override void Load(IArrowArray batch)
    {
        values = (VariableBinaryArray)batch;
        RequireUtf8(values);
    }

    public override ReadOnlySpan<byte> Text(int row) => values!.GetBytes(row);
}

/// <summary>Text as indices into a dictionary.</summary>
internal sealed class DictionaryTextColumn : TextCells
{
    private DictionaryArray? indices;
    private VariableBinaryArray? values;

    public override void Load(IArrowArray batch)
    {
        indices = (DictionaryArray)batch;
        // Batches share a dictionary as a rule: it is checked once.
        if (values is not null && ReferenceEquals(values.Data, indices.Data.Dictionary))
            return;
        values = (VariableBinaryArray)indices.Dictionary;
        RequireUtf8(values);
    }

    public override ReadOnlySpan<byte> Text(int row) => indices!.GetIndex(row) is { } index ? values!.GetBytes(index) : [];
}

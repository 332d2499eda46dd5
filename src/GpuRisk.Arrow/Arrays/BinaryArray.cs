using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Byte strings of 2^31 - 1 bytes in all.</summary>
public class BinaryArray : VariableBinaryArray
{
    public BinaryArray(ArrayData data)
        : base(data, ArrowTypeId.Binary)
    {
    }

    private protected BinaryArray(ArrayData data, ArrowTypeId type)
        : base(data, type)
    {
    }

    /// <summary>Where each value begins, and the end of the last: a number more than there are values.</summary>
    public ReadOnlySpan<int> ValueOffsets => ValueOffsetsBuffer.IsEmpty ? [] : ValueOffsetsBuffer.GetSpan<int>(Offset, checked(Length + 1));

    private protected override (long Start, long End) Range(long row)
    {
        ReadOnlySpan<int> ends = ValueOffsetsBuffer.GetSpan<int>(row, 2);
        return (ends[0], ends[1]);
    }

    public sealed class Builder() : VariableBinaryBuilder<BinaryArray, Builder>(BinaryType.Default);
}

/// <summary>UTF-8 text of 2^31 - 1 bytes in all.</summary>
public sealed class StringArray(ArrayData data) : BinaryArray(data, ArrowTypeId.String)
{
    /// <summary>Null at a null.</summary>
    /// <exception cref="InvalidArrowException">The bytes are not UTF-8.</exception>
    public string? GetString(int index) => Text(index);

    public new sealed class Builder() : VariableBinaryBuilder<StringArray, Builder>(StringType.Default)
    {
        /// <summary>Null appends a null.</summary>
        /// <exception cref="ArgumentException">The text is not valid UTF-16.</exception>
        public Builder Append(string? text) => AppendText(text);

        public Builder AppendRange(IEnumerable<string?> range)
        {
            ArgumentNullException.ThrowIfNull(range);
            foreach (string? text in range)
                Append(text);
            return this;
        }
    }
}

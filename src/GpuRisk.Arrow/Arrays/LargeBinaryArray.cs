using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Byte strings behind 64-bit offsets; a value has 2^31 - 1 bytes at most here.</summary>
public class LargeBinaryArray : VariableBinaryArray
{
    public LargeBinaryArray(ArrayData data)
        : base(data, ArrowTypeId.LargeBinary)
    {
    }

    private protected LargeBinaryArray(ArrayData data, ArrowTypeId type)
        : base(data, type)
    {
    }

    /// <summary>Where each value begins, and the end of the last: a number more than there are values.</summary>
    public ReadOnlySpan<long> ValueOffsets => ValueOffsetsBuffer.IsEmpty ? [] : ValueOffsetsBuffer.GetSpan<long>(Offset, checked(Length + 1));

    private protected override (long Start, long End) Range(long row)
    {
        ReadOnlySpan<long> ends = ValueOffsetsBuffer.GetSpan<long>(row, 2);
        return (ends[0], ends[1]);
    }

    public sealed class Builder() : VariableBinaryBuilder<LargeBinaryArray, Builder>(LargeBinaryType.Default);
}

/// <summary>UTF-8 text behind 64-bit offsets.</summary>
public sealed class LargeStringArray(ArrayData data) : LargeBinaryArray(data, ArrowTypeId.LargeString)
{
    /// <summary>Null at a null.</summary>
    /// <exception cref="InvalidArrowException">The bytes are not UTF-8.</exception>
    public string? GetString(int index) => Text(index);

    public new sealed class Builder() : VariableBinaryBuilder<LargeStringArray, Builder>(LargeStringType.Default)
    {
        /// <summary>Null appends a null.</summary>
        /// <exception cref="ArgumentException">The text is not valid UTF-16.</exception>
        public Builder Append(string? text) => AppendText(text);
    }
}

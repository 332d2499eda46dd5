using System.Text;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Byte strings behind offsets (Arrow Columnar Format, "Variable-size Binary Layout").</summary>
public abstract class VariableBinaryArray : Array
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private protected VariableBinaryArray(ArrayData data, params ReadOnlySpan<ArrowTypeId> types)
        : base(data, types)
    {
    }

    public ArrowBuffer ValueOffsetsBuffer => Data.Buffers[1];

    /// <summary>The bytes of all values, one after the other.</summary>
    public ArrowBuffer ValueBuffer => Data.Buffers[2];

    /// <summary>The bytes of a value, not copied; empty at a null.</summary>
    /// <exception cref="InvalidArrowException">The value is longer than 2^31 - 1 bytes.</exception>
    public ReadOnlySpan<byte> GetBytes(int index) => GetBytes(index, out _);

    /// <summary>The bytes of a value, not copied; empty at a null.</summary>
    /// <exception cref="InvalidArrowException">The value is longer than 2^31 - 1 bytes.</exception>
    public ReadOnlySpan<byte> GetBytes(int index, out bool isNull)
    {
        isNull = IsNull(index);
        if (isNull)
            return [];
        (long start, long end) = Range((long)Offset + index);
        return end - start is >= 0 and <= int.MaxValue
            ? ValueBuffer.GetSpan<byte>(start, (int)(end - start))
            : throw new InvalidArrowException(FormattableString.Invariant($"the value of row {index} ends at {end} and begins at {start}"));
    }

    /// <summary>Where the value of a row of the buffer begins and ends.</summary>
    private protected abstract (long Start, long End) Range(long row);

    private protected string? Text(int index)
    {
        ReadOnlySpan<byte> bytes = GetBytes(index, out bool isNull);
        try
        {
            return isNull ? null : Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidArrowException(FormattableString.Invariant($"the text of row {index} is not UTF-8"));
        }
    }
}

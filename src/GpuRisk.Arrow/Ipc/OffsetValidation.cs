using System.Numerics;
using System.Runtime.CompilerServices;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Ipc;

/// <summary>Offsets never fall, begin at 0 or later, and end inside what they point into.</summary>
internal static class OffsetValidation
{
    public static void Validate<T>(ArrayData data, ArrowBuffer buffer)
        where T : unmanaged, IBinaryInteger<T>
    {
        // The offsets of no values may be missing: early writers left them out.
        if (data.Length == 0 && buffer.IsEmpty)
            return;
        long count = (long)data.Offset + data.Length + 1;
        if (buffer.Length / Unsafe.SizeOf<T>() < count)
            throw new InvalidArrowException(FormattableString.Invariant($"the buffer of offsets has {buffer.Length} bytes; {count} offsets are expected"));
        T previous = RequireRising<T>(buffer, data.Offset, data.Length);
        long end = long.CreateChecked(previous);
        long limit = data.DataType is NestedType ? data.Children[0].Length : data.Buffers[2].Length;
        if (end > limit)
            throw new InvalidArrowException(FormattableString.Invariant($"the offsets end at {end}, beyond the {limit} values that they point into"));
    }

    private static T RequireRising<T>(ArrowBuffer buffer, long start, int length)
        where T : unmanaged, IBinaryInteger<T>
    {
        T previous = T.Zero;
        // One more offset than values, which may be one more than a span holds.
        ReadOnlySpan<T> starts = buffer.GetSpan<T>(start, length);
        for (int i = 0; i < starts.Length; i++)
        {
            if (starts[i] < previous)
                throw Falling(i, previous, starts[i]);
            previous = starts[i];
        }
        T end = buffer.GetValue<T>(start + length);
        return end >= previous ? end : throw Falling(length, previous, end);
    }

    private static InvalidArrowException Falling<T>(int index, T previous, T next)
        where T : IBinaryInteger<T> =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"offset {index} is {next} after {previous}; offsets never fall"));
}

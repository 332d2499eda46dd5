using System.Collections;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Values of a fixed number of bytes, one after the other (Arrow Columnar Format, "Fixed-Size Primitive Layout").</summary>
public abstract class PrimitiveArray<T> : Array, IReadOnlyList<T?>
    where T : unmanaged
{
    protected PrimitiveArray(ArrayData data, params ReadOnlySpan<ArrowTypeId> types)
        : base(data, types)
    {
    }

    /// <summary>The values from row 0 of the whole buffer on: this array's begin at <see cref="Array.Offset"/>.</summary>
    public ArrowBuffer ValueBuffer => Data.Buffers[1];

    /// <summary>A value a row, not copied; what stands at a null means nothing.</summary>
    public ReadOnlySpan<T> Values => ValueBuffer.GetSpan<T>(Offset, Length);

    /// <summary>The same, to be kept.</summary>
    public ReadOnlyMemory<T> Memory => ValueBuffer.GetMemory<T>(Offset, Length);

    public int Count => Length;

    public T? this[int index] => GetValue(index);

    /// <summary>Null at a null.</summary>
    public T? GetValue(int index) => IsValid(index) ? ValueBuffer.GetValue<T>((long)Offset + index) : null;

    public IEnumerator<T?> GetEnumerator()
    {
        for (int i = 0; i < Length; i++)
            yield return GetValue(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

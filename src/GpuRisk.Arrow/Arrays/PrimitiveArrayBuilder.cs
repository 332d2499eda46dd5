using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Builds an array value by value, or from spans. Up to the longest managed array, 2^31 - 57 values.</summary>
public abstract class PrimitiveArrayBuilder<T, TArray, TBuilder>
    where T : unmanaged
    where TArray : PrimitiveArray<T>
    where TBuilder : PrimitiveArrayBuilder<T, TArray, TBuilder>
{
    private readonly IArrowType type;
    private readonly BitmapBuilder validity = new();
    private T[] values = [];

    private protected PrimitiveArrayBuilder(IArrowType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        this.type = type;
    }

    public int Length => validity.Length;

    public TBuilder Append(T value)
    {
        EnsureSpace(1);
        values[Length] = value;
        validity.Append(true);
        return (TBuilder)this;
    }

    /// <summary>Null appends a null.</summary>
    public TBuilder Append(T? value) => value is { } known ? Append(known) : AppendNull();

    public TBuilder Append(ReadOnlySpan<T> span)
    {
        EnsureSpace(span.Length);
        span.CopyTo(values.AsSpan(Length));
        validity.AppendOnes(span.Length);
        return (TBuilder)this;
    }

    public TBuilder AppendNull()
    {
        EnsureSpace(1);
        values[Length] = default;
        validity.Append(false);
        return (TBuilder)this;
    }

    public TBuilder AppendRange(IEnumerable<T> range)
    {
        ArgumentNullException.ThrowIfNull(range);
        foreach (T value in range)
            Append(value);
        return (TBuilder)this;
    }

    /// <summary>Makes room for that many values more, so that appending them copies nothing.</summary>
    public TBuilder Reserve(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (Length + (long)count > values.Length)
            System.Array.Resize(ref values, checked(Length + count));
        return (TBuilder)this;
    }

    /// <summary>The array; the builder is empty again.</summary>
    public TArray Build()
    {
        int length = Length;
        int nulls = validity.Zeros;
        ArrowBuffer data = ArrowBuffer.FromArray(values).Slice(0, (long)length * System.Runtime.CompilerServices.Unsafe.SizeOf<T>());
        values = [];
        return (TArray)ArrowArrayFactory.BuildArray(new ArrayData(type, length, nulls, 0, [validity.BuildValidity(), data]));
    }

    private void EnsureSpace(int count)
    {
        long needed = Length + (long)count;
        if (needed > values.Length)
            System.Array.Resize(ref values, checked((int)Math.Max(needed, Math.Min(System.Array.MaxLength, Math.Max(16, 2L * values.Length)))));
    }
}

using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>
/// Typed access to an <see cref="ArrayData"/>. An array of a mapped file throws <see cref="ObjectDisposedException"/> once its reader is
/// disposed; every access is checked against its buffer. Safe to read from several threads.
/// </summary>
public abstract class Array : IArrowArray
{
    protected Array(ArrayData data, params ReadOnlySpan<ArrowTypeId> types)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!types.Contains(data.DataType.TypeId))
            throw new ArgumentException($"The data are of type {data.DataType}, which is not one of a {GetType().Name}.", nameof(data));
        Data = data;
    }

    public ArrayData Data { get; }

    public int Length => Data.Length;

    public int Offset => Data.Offset;

    public int NullCount => Data.NullCount;

    /// <summary>A bit a value, 1 where it is no null, from bit <see cref="Offset"/> on; empty where there is no null.</summary>
    public ArrowBuffer NullBitmapBuffer => Data.Buffers.Count == 0 || Data.DataType is UnionType ? ArrowBuffer.Empty : Data.Buffers[0];

    public bool IsValid(int index)
    {
        RequireIndex(index);
        return Data.IsValid(index);
    }

    public bool IsNull(int index) => !IsValid(index);

    protected void RequireIndex(int index)
    {
        if ((uint)index >= (uint)Length)
            throw new ArgumentOutOfRangeException(nameof(index), FormattableString.Invariant($"Row {index} is not one of {Length}."));
    }

    protected ArrayData Child(int index) =>
        index < Data.Children.Count ? Data.Children[index] : throw new ArgumentException($"An array of {Data.DataType} has too few children.");
}

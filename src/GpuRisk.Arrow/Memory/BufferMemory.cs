using System.Buffers;

namespace GpuRisk.Arrow;

/// <summary>A buffer as <see cref="Memory{T}"/>: each access to its span asks the buffer again, so that one of a closed file throws.</summary>
internal sealed class BufferMemory<T>(ArrowBuffer buffer, long start, int count) : MemoryManager<T>
    where T : unmanaged
{
    /// <summary>Callers are given a <see cref="ReadOnlyMemory{T}"/> only: nothing writes through this span.</summary>
    public override Span<T> GetSpan()
    {
        ReadOnlySpan<T> span = buffer.GetSpan<T>(start, count);
        return System.Runtime.InteropServices.MemoryMarshal.CreateSpan(
            ref System.Runtime.InteropServices.MemoryMarshal.GetReference(span), span.Length);
    }

    /// <summary>An address for native code. The handle keeps the memory alive; a mapped file must also stay open while it is used.</summary>
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elementIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(elementIndex, count);
        return buffer.Pin((start + elementIndex) * System.Runtime.CompilerServices.Unsafe.SizeOf<T>(), this);
    }

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}

using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GpuRisk.Arrow;

/// <summary>The bytes of a managed array. An array of wide elements holds more than 2 GiB.</summary>
internal sealed unsafe class HeapBlock<TElement>(TElement[] elements) : MemoryBlock
    where TElement : unmanaged
{
    public override long Length => (long)elements.Length * Unsafe.SizeOf<TElement>();

    public override ReadOnlySpan<T> GetSpan<T>(long offset, int count)
    {
        if (count == 0)
            return [];
        ref byte first = ref Unsafe.As<TElement, byte>(ref MemoryMarshal.GetArrayDataReference(elements));
        return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(ref first, (nint)offset)), count);
    }

    public override MemoryHandle Pin(long offset, IPinnable owner)
    {
        GCHandle pinned = GCHandle.Alloc(elements, GCHandleType.Pinned);
        return new MemoryHandle((byte*)pinned.AddrOfPinnedObject() + offset, pinned, owner);
    }
}

/// <summary>Bytes that the caller holds.</summary>
internal sealed class CallerBlock(ReadOnlyMemory<byte> memory) : MemoryBlock
{
    public override long Length => memory.Length;

    public override ReadOnlySpan<T> GetSpan<T>(long offset, int count) =>
        MemoryMarshal.Cast<byte, T>(memory.Span.Slice((int)offset, checked(count * Unsafe.SizeOf<T>())));

    public override MemoryHandle Pin(long offset, IPinnable owner) => memory[(int)offset..].Pin();
}

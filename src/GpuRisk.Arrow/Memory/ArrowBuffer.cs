using System.Buffers;
using System.Runtime.CompilerServices;

namespace GpuRisk.Arrow;

/// <summary>
/// A contiguous run of bytes that nothing changes (Arrow Columnar Format, "Buffer Alignment and Padding"). Its length is a 64-bit number; a
/// span of it has up to 2^31 - 1 elements of any width. Every access is checked against the length. The default is the empty buffer.
/// </summary>
public readonly struct ArrowBuffer : IEquatable<ArrowBuffer>
{
    private readonly MemoryBlock? block;
    private readonly long offset;

    internal ArrowBuffer(MemoryBlock block, long offset, long length)
    {
        this.block = block;
        this.offset = offset;
        Length = length;
    }

    /// <summary>A buffer over bytes that the caller must not change afterwards; they are not copied.</summary>
    public ArrowBuffer(ReadOnlyMemory<byte> data)
        : this(new CallerBlock(data), 0, data.Length)
    {
    }

    public static ArrowBuffer Empty => default;

    /// <summary>In bytes.</summary>
    public long Length { get; }

    public bool IsEmpty => Length == 0;

    /// <summary>All bytes.</summary>
    /// <exception cref="InvalidOperationException">There are more than 2^31 - 1; use <see cref="GetSpan{T}(long, int)"/>.</exception>
    public ReadOnlySpan<byte> Span => GetSpan<byte>(0, ByteCount());

    /// <summary>All bytes. One of a mapped file throws at each access once its reader is disposed.</summary>
    /// <exception cref="InvalidOperationException">There are more than 2^31 - 1; use <see cref="GetMemory{T}(long, int)"/>.</exception>
    public ReadOnlyMemory<byte> Memory => GetMemory<byte>(0, ByteCount());

    /// <summary>A buffer over an array that the caller must not change afterwards; it is not copied.</summary>
    public static ArrowBuffer FromArray<T>(T[] values)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(values);
        var block = new HeapBlock<T>(values);
        return new ArrowBuffer(block, 0, block.Length);
    }

    /// <summary>Elements <paramref name="start"/> to start + count - 1 of the buffer read as little-endian <typeparamref name="T"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They are not all inside.</exception>
    /// <exception cref="ObjectDisposedException">The bytes are those of a mapped file whose reader is disposed.</exception>
    public ReadOnlySpan<T> GetSpan<T>(long start, int count)
        where T : unmanaged
    {
        Require<T>(start, count);
        return block is null ? [] : block.GetSpan<T>(offset + start * Unsafe.SizeOf<T>(), count);
    }

    /// <summary>Element <paramref name="index"/> of the buffer read as <typeparamref name="T"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not inside.</exception>
    public T GetValue<T>(long index)
        where T : unmanaged => GetSpan<T>(index, 1)[0];

    /// <summary>The same elements as <see cref="GetSpan{T}(long, int)"/>, to be kept.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They are not all inside.</exception>
    public ReadOnlyMemory<T> GetMemory<T>(long start, int count)
        where T : unmanaged
    {
        Require<T>(start, count);
        return new BufferMemory<T>(this, start, count).Memory;
    }

    /// <summary>Bytes <paramref name="start"/> to start + length - 1, not copied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They are not all inside.</exception>
    public ArrowBuffer Slice(long start, long length)
    {
        if (start < 0 || length < 0 || start > Length || length > Length - start)
            throw new ArgumentOutOfRangeException(nameof(start), FormattableString.Invariant($"{length} bytes from byte {start} on are not inside a buffer of {Length}."));
        return length == 0 || block is null ? Empty : new ArrowBuffer(block, offset + start, length);
    }

    /// <summary>Whether both are the same bytes of the same memory.</summary>
    public bool Equals(ArrowBuffer other) => ReferenceEquals(block, other.block) && offset == other.offset && Length == other.Length;

    public override bool Equals(object? obj) => obj is ArrowBuffer other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(block is null ? 0 : RuntimeHelpers.GetHashCode(block), offset, Length);

    public static bool operator ==(ArrowBuffer left, ArrowBuffer right) => left.Equals(right);

    public static bool operator !=(ArrowBuffer left, ArrowBuffer right) => !left.Equals(right);

    /// <summary>The address of a byte of the buffer.</summary>
    /// <param name="owner">What the handle keeps alive.</param>
    internal MemoryHandle Pin(long start, IPinnable owner)
    {
        if (start < 0 || start > Length)
            throw new ArgumentOutOfRangeException(nameof(start), FormattableString.Invariant($"Byte {start} is not inside a buffer of {Length}."));
        return block is null ? default : block.Pin(offset + start, owner);
    }

    private int ByteCount() => Length <= int.MaxValue
        ? (int)Length
        : throw new InvalidOperationException(FormattableString.Invariant($"A buffer of {Length} bytes is too long for one span of bytes."));

    private void Require<T>(long start, int count)
        where T : unmanaged
    {
        long size = Unsafe.SizeOf<T>();
        if (start < 0 || count < 0 || start > Length / size || count > Length / size - start)
            throw new ArgumentOutOfRangeException(nameof(start), FormattableString.Invariant($"{count} elements of {size} bytes from element {start} on are not inside a buffer of {Length} bytes."));
    }
}

using System.Buffers;

namespace GpuRisk.Arrow;

/// <summary>Bytes that buffers are cut from, and that live as long as any of them.</summary>
internal abstract class MemoryBlock
{
    public abstract long Length { get; }

    /// <summary>
    /// <paramref name="count"/> elements from byte <paramref name="offset"/> on. A buffer has checked both against <see cref="Length"/>. An
    /// element may lie at any byte: the format aligns its buffers, but a damaged file need not.
    /// </summary>
    public abstract ReadOnlySpan<T> GetSpan<T>(long offset, int count)
        where T : unmanaged;

    /// <summary>The address of byte <paramref name="offset"/>, which stays where it is as long as the handle lives.</summary>
    public abstract MemoryHandle Pin(long offset, IPinnable owner);
}

using System.Buffers;
using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace GpuRisk.Arrow;

/// <summary>
/// The bytes of a file, mapped and not read. After <see cref="Dispose"/> every access throws. The pages themselves are unmapped when no buffer
/// refers to them any more, so that a span which was taken before stays readable as long as the array that it came from.
/// </summary>
internal sealed unsafe class MappedBlock : MemoryBlock, IDisposable
{
    // Never released by hand: its finaliser unmaps once neither this block nor a buffer of it can be reached.
    private readonly SafeMemoryMappedViewHandle view;
    private readonly byte* first;
    private volatile bool closed;

    private MappedBlock(MemoryMappedViewAccessor accessor, long length)
    {
        view = accessor.SafeMemoryMappedViewHandle;
        first = (byte*)view.DangerousGetHandle() + accessor.PointerOffset;
        Length = length;
    }

    public override long Length { get; }

    /// <summary>Maps a file of at least a byte.</summary>
    public static MappedBlock Open(FileStream file)
    {
        using var mapping = MemoryMappedFile.CreateFromFile(
            file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        return new MappedBlock(mapping.CreateViewAccessor(0, file.Length, MemoryMappedFileAccess.Read), file.Length);
    }

    public override ReadOnlySpan<T> GetSpan<T>(long offset, int count)
    {
        ObjectDisposedException.ThrowIf(closed, typeof(Ipc.ArrowFileReader));
        return new ReadOnlySpan<T>(first + offset, count);
    }

    public override MemoryHandle Pin(long offset, IPinnable owner)
    {
        ObjectDisposedException.ThrowIf(closed, typeof(Ipc.ArrowFileReader));
        return new MemoryHandle(first + offset, pinnable: owner);
    }

    public void Dispose() => closed = true;
}

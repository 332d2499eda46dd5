namespace GpuRisk.Arrow.Tests;

/// <summary>A file in which long runs of zeros are holes: as long as it says, on a disk that need not hold it.</summary>
internal sealed class SparseFile(string path) : FileStream(path, FileMode.Create)
{
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length >= 1 << 16 && !buffer.ContainsAnyExcept((byte)0))
            Seek(buffer.Length, SeekOrigin.Current);
        else
            base.Write(buffer);
    }
}

using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Ipc;

/// <summary>
/// A batch's arrays as nodes and buffers, in the order in which <see cref="BatchDecoder"/> reads them. Of a slice what belongs to it is written.
/// Each buffer begins at a multiple of 64 bytes of the body, which has zeros between.
/// </summary>
internal sealed class BatchEncoder
{
    public const int Alignment = 64;

    private readonly List<ArrowBuffer> buffers = [];
    private readonly List<long> nodeWords = [], bufferWords = [];

    public BatchEncoder(int length, IEnumerable<ArrayData> columns)
    {
        Length = length;
        foreach (ArrayData column in columns)
            Add(column);
    }

    public int Length { get; }

    public long BodyLength { get; private set; }

    /// <summary>Length and null count of each array.</summary>
    public IReadOnlyList<long> NodeWords => nodeWords;

    /// <summary>Offset and length of each buffer.</summary>
    public IReadOnlyList<long> BufferWords => bufferWords;

    public void WriteBody(Stream stream)
    {
        foreach (ArrowBuffer buffer in buffers)
        {
            const int Chunk = 1 << 20;
            for (long at = 0; at < buffer.Length; at += Chunk)
                stream.Write(buffer.GetSpan<byte>(at, (int)Math.Min(Chunk, buffer.Length - at)));
            stream.Write(new byte[Padding(buffer.Length)]);
        }
    }

    public static int Padding(long length) => (int)(-length & (Alignment - 1));

    private void Add(ArrayData data)
    {
        nodeWords.Add(data.Length);
        nodeWords.Add(data.NullCount);
        ReadOnlySpan<BufferKind> layout = ArrayLayout.Of(data.DataType);
        for (int i = 0; i < layout.Length; i++)
            Add(Cut(data, layout[i], data.Buffers[i]));
        for (int i = 0; i < data.Children.Count; i++)
            Add(ChildRange.Of(data, i));
    }

    private void Add(ArrowBuffer buffer)
    {
        bufferWords.Add(BodyLength);
        bufferWords.Add(buffer.Length);
        BodyLength = checked(BodyLength + buffer.Length + Padding(buffer.Length));
        buffers.Add(buffer);
    }

    private static ArrowBuffer Cut(ArrayData data, BufferKind kind, ArrowBuffer buffer)
    {
        switch (kind)
        {
            case BufferKind.Validity:
                return data.NullCount == 0 ? ArrowBuffer.Empty : CutBits(data, buffer);
            case BufferKind.Fixed when data.DataType is BooleanType:
                return CutBits(data, buffer);
            case BufferKind.Fixed:
                long width = ArrayLayout.BitWidth(data.DataType) / 8;
                return buffer.Slice(data.Offset * width, data.Length * width);
            case BufferKind.Offsets:
                return CutOffsets(data, buffer);
            case BufferKind.LargeOffsets:
                return CutLargeOffsets(data, buffer);
            case BufferKind.Variable:
                (long start, long end) = ChildRange.OfOffsets(data);
                return buffer.Slice(start, end - start);
            case BufferKind.TypeIds:
                return buffer.Slice(data.Offset, data.Length);
            default:
                return buffer.Slice(4L * data.Offset, 4L * data.Length);
        }
    }

    /// <summary>Copied, so that the bits after the last are 0 whatever stood there.</summary>
    private static ArrowBuffer CutBits(ArrayData data, ArrowBuffer buffer)
    {
        long first = data.Offset >> 3;
        int count = (int)(Bitmap.ByteCount((long)data.Offset + data.Length) - first);
        byte[] bits = new byte[Bitmap.ByteCount(data.Length)];
        if (bits.Length > 0)
            Bitmap.CopyToFront(buffer.GetSpan<byte>(first, count), data.Offset & 7, data.Length, bits);
        return ArrowBuffer.FromArray(bits);
    }

    /// <summary>Offsets that begin at 0; of no values the one that is always there.</summary>
    private static ArrowBuffer CutOffsets(ArrayData data, ArrowBuffer buffer)
    {
        int first = data.Length == 0 ? 0 : buffer.GetValue<int>(data.Offset);
        if (data.Length > 0 && first == 0)
            return buffer.Slice(4L * data.Offset, 4L * data.Length + 4);
        int[] moved = new int[data.Length + 1L];
        for (int i = 0; i < data.Length; i++)
            moved[i + 1] = buffer.GetValue<int>((long)data.Offset + i + 1) - first;
        return ArrowBuffer.FromArray(moved);
    }

    private static ArrowBuffer CutLargeOffsets(ArrayData data, ArrowBuffer buffer)
    {
        long first = data.Length == 0 ? 0 : buffer.GetValue<long>(data.Offset);
        if (data.Length > 0 && first == 0)
            return buffer.Slice(8L * data.Offset, 8L * data.Length + 8);
        long[] moved = new long[data.Length + 1L];
        for (int i = 0; i < data.Length; i++)
            moved[i + 1] = buffer.GetValue<long>((long)data.Offset + i + 1) - first;
        return ArrowBuffer.FromArray(moved);
    }
}

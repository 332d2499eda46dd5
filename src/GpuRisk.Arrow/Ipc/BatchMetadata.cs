using GpuRisk.Arrow.FlatBuffers;

namespace GpuRisk.Arrow.Ipc;

/// <summary>How a body's buffers are compressed (Message.fbs, BodyCompression).</summary>
internal enum BodyCompression
{
    None,
    Lz4Frame,
}

/// <summary>What a message says of a batch (Message.fbs, RecordBatch).</summary>
internal sealed class BatchMetadata
{
    private readonly FlatVector nodes, buffers;

    public BatchMetadata(FlatTable table)
    {
        long length = table.GetInt64(0);
        if (length is < 0 or > int.MaxValue)
            throw new InvalidArrowException(FormattableString.Invariant($"a batch has {length} rows; 0 to {int.MaxValue} are expected"));
        Length = (int)length;
        nodes = table.GetVector(1, 16);
        buffers = table.GetVector(2, 16);
        Compression = table.GetTable(3) is { } compression ? Codec(compression) : BodyCompression.None;
    }

    public int Length { get; }

    public int NodeCount => nodes.Count;

    public int BufferCount => buffers.Count;

    public BodyCompression Compression { get; }

    public FieldNode Node(int index) => new(nodes.GetInt64(index), nodes.GetInt64(index, 8));

    public BufferPlace Buffer(int index) => new(buffers.GetInt64(index), buffers.GetInt64(index, 8));

    private static BodyCompression Codec(FlatTable compression) => (compression.GetByte(0), compression.GetByte(1)) switch
    {
        (0, 0) => BodyCompression.Lz4Frame,
        (1, 0) => throw new InvalidArrowException("the buffers are compressed by ZSTD, which is not read; write them with LZ4 or uncompressed"),
        (var codec, 0) => throw new InvalidArrowException(FormattableString.Invariant($"compression codec {codec} is not one that the format has")),
        (_, var method) => throw new InvalidArrowException(FormattableString.Invariant($"compression method {method} is not one that the format has")),
    };
}

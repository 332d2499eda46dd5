namespace GpuRisk.Arrow.Ipc;

/// <summary>The kinds of message (Message.fbs, MessageHeader).</summary>
internal enum MessageKind : byte
{
    None,
    Schema,
    DictionaryBatch,
    RecordBatch,
    Tensor,
    SparseTensor,
}

/// <summary>The version of the metadata (Schema.fbs, MetadataVersion).</summary>
internal enum MetadataVersion : short
{
    V1,
    V2,
    V3,
    V4,
    V5,
}

/// <summary>Where a message lies in a file (File.fbs, Block).</summary>
/// <param name="Offset">From the file's first byte to the message's prefix.</param>
/// <param name="MetadataLength">Prefix and padding included.</param>
internal readonly record struct Block(long Offset, int MetadataLength, long BodyLength)
{
    public long Length => MetadataLength + BodyLength;
}

/// <summary>An array's length and nulls (Message.fbs, FieldNode).</summary>
internal readonly record struct FieldNode(long Length, long NullCount);

/// <summary>Where a buffer lies in a body (Schema.fbs, Buffer).</summary>
internal readonly record struct BufferPlace(long Offset, long Length);

using GpuRisk.Arrow.FlatBuffers;

namespace GpuRisk.Arrow.Ipc;

/// <summary>A message: its metadata and, of a batch, its body.</summary>
/// <param name="Offset">Of the message's first byte.</param>
/// <param name="MetadataLength">Prefix and padding included.</param>
internal sealed record Message(long Offset, int MetadataLength, MessageKind Kind, MetadataVersion Version, FlatTable Header, ArrowBuffer Body)
{
    /// <summary>What a dictionary batch or a record batch holds.</summary>
    public BatchMetadata Batch() => new(Kind == MessageKind.DictionaryBatch
        ? Header.GetTable(1) ?? throw new InvalidArrowException("a dictionary batch has no data")
        : Header);
}

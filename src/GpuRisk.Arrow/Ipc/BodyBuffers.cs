using GpuRisk.Arrow.Compression;

namespace GpuRisk.Arrow.Ipc;

/// <summary>The buffers of a batch's body, cut out of it or decompressed.</summary>
internal sealed class BodyBuffers
{
    /// <summary>Where a compressed buffer begins: the length it had, or this where it is not compressed after all.</summary>
    private const long NotCompressed = -1;

    private readonly BatchMetadata metadata;
    private readonly ArrowBuffer body;

    /// <summary>
    /// Buffers stand end to end (Arrow Columnar Format, "RecordBatch message"), so that together they are no longer than the body; were that not
    /// checked, a small file could ask for a large amount of work.
    /// </summary>
    public BodyBuffers(BatchMetadata metadata, ArrowBuffer body)
    {
        this.metadata = metadata;
        this.body = body;
        long total = 0;
        for (int i = 0; i < metadata.BufferCount; i++)
        {
            BufferPlace place = metadata.Buffer(i);
            if (place.Offset < 0 || place.Length < 0 || place.Offset > body.Length || place.Length > body.Length - place.Offset)
                throw new InvalidArrowException(FormattableString.Invariant($"buffer {i} has {place.Length} bytes from byte {place.Offset} of a body of {body.Length}"));
            total += place.Length;
            if (total > body.Length)
                throw new InvalidArrowException(FormattableString.Invariant($"the buffers of a body of {body.Length} bytes overlap"));
        }
    }

    public ArrowBuffer Get(int index)
    {
        if (index >= metadata.BufferCount)
            throw new InvalidArrowException(FormattableString.Invariant($"the batch has {metadata.BufferCount} buffers; the schema asks for more"));
        BufferPlace place = metadata.Buffer(index);
        ArrowBuffer stored = body.Slice(place.Offset, place.Length);
        return metadata.Compression == BodyCompression.None || stored.IsEmpty ? stored : Decompress(stored, index);
    }

    private static ArrowBuffer Decompress(ArrowBuffer stored, int index)
    {
        if (stored.Length < 8)
            throw new InvalidArrowException(FormattableString.Invariant($"compressed buffer {index} has {stored.Length} bytes; at least 8 are expected"));
        long length = stored.GetValue<long>(0);
        ArrowBuffer frame = stored.Slice(8, stored.Length - 8);
        if (length == NotCompressed)
            return frame;
        if (length < 0 || length > int.MaxValue || frame.Length > int.MaxValue)
            throw new InvalidArrowException(FormattableString.Invariant($"compressed buffer {index} has {frame.Length} bytes and had {length} before; up to {int.MaxValue} are read"));
        return ArrowBuffer.FromArray(Lz4Frame.Decompress(frame.Span, (int)length));
    }
}

using GpuRisk.Arrow.FlatBuffers;

namespace GpuRisk.Arrow.Ipc;

/// <summary>Messages as they stand one after the other (Arrow Columnar Format, "Encapsulated message format").</summary>
internal sealed class MessageReader(ByteSource source)
{
    /// <summary>Begins a message; before format 1.0 messages began with their length at once.</summary>
    private const int Continuation = -1;

    /// <summary>The first letters of a file's mark, read as a length.</summary>
    private const int FileMagic = 0x4F525241;

    /// <summary>The next message, or null at the mark of the end, or at the end of the bytes, which may take its place.</summary>
    public Message? Next()
    {
        long offset = source.Position;
        try
        {
            return Read(offset);
        }
        catch (InvalidArrowException e) when (e.Offset is null)
        {
            throw new InvalidArrowException(source.Name, offset, e.Reason, e);
        }
    }

    private Message? Read(long offset)
    {
        ArrowBuffer first = source.Read(4);
        if (first.IsEmpty)
            return null;
        int prefix = 4;
        int length = Number(first);
        if (length == Continuation)
        {
            prefix = 8;
            length = Number(source.Read(4));
        }
        if (length == 0)
            return null;
        if (length == FileMagic && offset == 0)
            throw new InvalidArrowException("these data are an Arrow file and not a stream; read them as a file");
        if (length < 0 || length > int.MaxValue - prefix)
            throw new InvalidArrowException(FormattableString.Invariant($"a message has metadata of {length} bytes; are these Arrow data?"));
        ArrowBuffer metadata = source.Read(length);
        if (metadata.Length < length)
            throw Truncated(length, metadata.Length, "metadata");
        return Decode(offset, prefix + length, new FlatBuffer(metadata.Span.ToArray()).Root());
    }

    private Message Decode(long offset, int metadataLength, FlatTable root)
    {
        MetadataVersion version = RequireVersion(root.GetInt16(0));
        byte kind = root.GetByte(1);
        if (kind is (byte)MessageKind.Tensor or (byte)MessageKind.SparseTensor)
            throw new InvalidArrowException("the message is a tensor; tables alone are read");
        if (kind is 0 or > (byte)MessageKind.SparseTensor)
            throw new InvalidArrowException(FormattableString.Invariant($"message kind {kind} is not one that the format has"));
        FlatTable header = root.GetTable(2) ?? throw new InvalidArrowException("a message has no header");
        long bodyLength = root.GetInt64(3);
        if (bodyLength < 0)
            throw new InvalidArrowException(FormattableString.Invariant($"a message has a body of {bodyLength} bytes"));
        ArrowBuffer body = source.Read(bodyLength);
        return body.Length == bodyLength
            ? new Message(offset, metadataLength, (MessageKind)kind, version, header, body)
            : throw Truncated(bodyLength, body.Length, "body");
    }

    public static MetadataVersion RequireVersion(short version) => version is (short)MetadataVersion.V4 or (short)MetadataVersion.V5
        ? (MetadataVersion)version
        : throw new InvalidArrowException(FormattableString.Invariant($"the metadata have version V{version + 1}; V4 (2017) and V5 (2020) are read"));

    private static int Number(ArrowBuffer bytes) =>
        bytes.Length == 4 ? bytes.GetValue<int>(0) : throw Truncated(4, bytes.Length, "length");

    private static InvalidArrowException Truncated(long expected, long found, string what) =>
        new(FormattableString.Invariant($"the data end within a message: its {what} has {expected} bytes, of which {found} are there"));
}

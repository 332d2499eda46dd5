namespace GpuRisk.Arrow.Ipc;

/// <summary>
/// Reads the streaming format (Arrow Columnar Format, "IPC Streaming Format"): a schema, then dictionaries and batches in their order. Not safe
/// for several threads; the batches are.
/// </summary>
public sealed class ArrowStreamReader : IArrowReader
{
    private readonly ByteSource source;
    private readonly MessageReader messages;
    private readonly BatchMessages batches;
    private Schema? schema;
    private bool ended;

    /// <summary>Reads from where the stream stands. Batches have their own memory and outlive the reader.</summary>
    public ArrowStreamReader(Stream stream, bool leaveOpen = false)
        : this(new StreamSource(stream ?? throw new ArgumentNullException(nameof(stream)), leaveOpen))
    {
    }

    /// <summary>Reads from memory that the caller must not change: arrays refer to it.</summary>
    public ArrowStreamReader(ReadOnlyMemory<byte> buffer)
        : this(new BufferSource(new ArrowBuffer(buffer), null, null))
    {
    }

    internal ArrowStreamReader(ByteSource source)
    {
        this.source = source;
        messages = new MessageReader(source);
        batches = new BatchMessages(source.Name);
    }

    /// <summary>Read at the first use of it.</summary>
    /// <exception cref="InvalidArrowException">The data do not begin with a schema.</exception>
    public Schema Schema => schema ??= batches.ReadSchema(
        messages.Next() ?? throw new InvalidArrowException(source.Name, 0, "there are no data; a schema is expected", null));

    public RecordBatch? ReadNextRecordBatch()
    {
        Schema columns = Schema;
        while (!ended && messages.Next() is { } message)
        {
            if (message.Kind == MessageKind.RecordBatch)
                return batches.ReadRecordBatch(message, columns);
            batches.ReadDictionary(message, mayReplace: true);
        }
        ended = true;
        return null;
    }

    public void Dispose() => source.Dispose();
}

using System.Buffers.Binary;

namespace GpuRisk.Arrow.Ipc;

/// <summary>
/// Writes the streaming format (Arrow Columnar Format, "IPC Streaming Format"), uncompressed, little endian, metadata version 5. Bodies and their
/// buffers begin at multiples of 64 bytes from the first byte written. The same batches give the same bytes. Not safe for several threads.
/// </summary>
public class ArrowStreamWriter : IDisposable
{
    private readonly bool leaveOpen;
    private readonly DictionaryWriter dictionaries;
    private bool started, ended;

    /// <param name="leaveOpen">Whether the stream stays open when the writer is disposed.</param>
    public ArrowStreamWriter(Stream stream, Schema schema, bool leaveOpen = false)
        : this(stream, schema, leaveOpen, mayReplaceDictionaries: true)
    {
    }

    private protected ArrowStreamWriter(Stream stream, Schema schema, bool leaveOpen, bool mayReplaceDictionaries)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(schema);
        BaseStream = stream;
        Schema = schema;
        this.leaveOpen = leaveOpen;
        dictionaries = new DictionaryWriter(mayReplaceDictionaries);
    }

    public Schema Schema { get; }

    private protected Stream BaseStream { get; }

    /// <summary>Bytes written so far.</summary>
    private protected long Position { get; set; }

    /// <summary>Writes the schema; the first batch does so too.</summary>
    public void WriteStart()
    {
        if (started)
            return;
        started = true;
        WriteHead();
        WriteMessage(MetadataEncoder.Schema(Schema), null);
    }

    /// <summary>Writes a batch, and before it what it needs of dictionaries: all values of one, or those that it has gained.</summary>
    /// <exception cref="ArgumentException">The batch has another schema, or an array's buffers do not hold its values.</exception>
    public void WriteRecordBatch(RecordBatch recordBatch)
    {
        ArgumentNullException.ThrowIfNull(recordBatch);
        if (ended)
            throw new InvalidOperationException("The end is written; no batch can follow.");
        if (!recordBatch.Schema.Equals(Schema))
            throw new ArgumentException($"The batch has columns {recordBatch.Schema}; {Schema} are expected.", nameof(recordBatch));
        RequireSound(recordBatch);
        List<DictionaryBatch> needed = dictionaries.Collect(recordBatch);
        WriteStart();
        foreach (DictionaryBatch dictionary in needed)
        {
            var values = new BatchEncoder(dictionary.Values.Length, [dictionary.Values]);
            OnDictionary(WriteMessage(MetadataEncoder.DictionaryBatch(dictionary.Id, values, dictionary.IsDelta), values));
        }
        var batch = new BatchEncoder(recordBatch.Length, recordBatch.Arrays.Select(a => a.Data));
        OnRecordBatch(WriteMessage(MetadataEncoder.RecordBatch(batch), batch));
    }

    /// <summary>Writes the mark of the end, and the schema where there was no batch.</summary>
    public void WriteEnd()
    {
        if (ended)
            return;
        WriteStart();
        ended = true;
        Span<byte> mark = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(mark, uint.MaxValue);
        Write(mark);
        WriteTail();
    }

    /// <summary>Does not write the end: what is cut short by a failure is to look so.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
            BaseStream.Dispose();
    }

    private protected virtual void WriteHead()
    {
    }

    private protected virtual void WriteTail()
    {
    }

    private protected virtual void OnDictionary(Block block)
    {
    }

    private protected virtual void OnRecordBatch(Block block)
    {
    }

    private protected void Write(ReadOnlySpan<byte> bytes)
    {
        BaseStream.Write(bytes);
        Position += bytes.Length;
    }

    /// <summary>Pads the metadata so that the body is aligned in the whole file, and with it each page of a mapped one.</summary>
    private Block WriteMessage(byte[] metadata, BatchEncoder? body)
    {
        long offset = Position;
        int padding = BatchEncoder.Padding(offset + 8 + metadata.Length);
        Span<byte> prefix = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(prefix, -1);
        BinaryPrimitives.WriteInt32LittleEndian(prefix[4..], metadata.Length + padding);
        Write(prefix);
        Write(metadata);
        Write(new byte[padding]);
        body?.WriteBody(BaseStream);
        Position += body?.BodyLength ?? 0;
        return new Block(offset, 8 + metadata.Length + padding, body?.BodyLength ?? 0);
    }

    private static void RequireSound(RecordBatch batch)
    {
        for (int i = 0; i < batch.ColumnCount; i++)
        {
            try
            {
                ArrayValidation.ValidateWithDictionaries(batch.Arrays[i].Data);
            }
            catch (InvalidArrowException e)
            {
                throw new ArgumentException($"Column '{batch.Schema.FieldsList[i].Name}': {e.Reason}.", nameof(batch), e);
            }
        }
    }
}

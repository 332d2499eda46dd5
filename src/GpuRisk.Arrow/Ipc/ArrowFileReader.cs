namespace GpuRisk.Arrow.Ipc;

/// <summary>
/// Reads the file format (Arrow Columnar Format, "IPC File Format"), batch by batch in any order. Not safe for several threads; the batches are.
/// </summary>
public sealed class ArrowFileReader : IArrowReader
{
    private readonly ByteSource source;
    private readonly MessageReader messages;
    private readonly BatchMessages batches;
    private readonly FileFooter footer;
    private bool hasDictionaries;
    private int next;

    /// <summary>Reads a file that begins where the stream stands, and ends with it. Batches have their own memory and outlive the reader.</summary>
    /// <exception cref="ArgumentException">The stream cannot seek.</exception>
    /// <exception cref="InvalidArrowException">The file has no sound footer.</exception>
    public ArrowFileReader(Stream stream, bool leaveOpen = false)
        : this(new StreamSource(RequireSeekable(stream), leaveOpen))
    {
    }

    /// <summary>Reads from memory that the caller must not change: arrays refer to it.</summary>
    /// <exception cref="InvalidArrowException">The file has no sound footer.</exception>
    public ArrowFileReader(ReadOnlyMemory<byte> buffer)
        : this(new BufferSource(new ArrowBuffer(buffer), null, null))
    {
    }

    private ArrowFileReader(ByteSource source)
    {
        this.source = source;
        messages = new MessageReader(source);
        batches = new BatchMessages(source.Name);
        try
        {
            (footer, long offset) = FileFooter.Read(source);
            Schema = batches.ReadSchema(new Message(offset, 0, MessageKind.Schema, MetadataVersion.V5, footer.Schema, ArrowBuffer.Empty));
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    public Schema Schema { get; }

    /// <summary>The number of batches.</summary>
    public int RecordBatchCount() => footer.RecordBatches.Count;

    /// <summary>Reads a file into memory, a batch at a time.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidArrowException">The file has no sound footer.</exception>
    public static ArrowFileReader FromFile(string path) => new(File.OpenRead(path));

    /// <summary>
    /// Maps a file: arrays refer to its pages, and nothing of a numeric column is read before it is used. Disposing the reader ends the use of
    /// all its batches: every access throws <see cref="ObjectDisposedException"/> from then on, and the pages are unmapped once no array refers
    /// to them. A span that was taken before stays readable while the array that it came from is alive. The file must not be shortened meanwhile.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidArrowException">The file has no sound footer.</exception>
    public static ArrowFileReader FromMappedFile(string path) => new(BufferSource.Map(path));

    /// <summary>Reads a batch.</summary>
    /// <exception cref="InvalidArrowException">It, or a dictionary, is damaged or uses a part of the format that is not read.</exception>
    public RecordBatch ReadRecordBatch(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, RecordBatchCount());
        ReadDictionaries();
        return batches.ReadRecordBatch(Read(footer.RecordBatches[index]), Schema);
    }

    public RecordBatch? ReadNextRecordBatch() => next < RecordBatchCount() ? ReadRecordBatch(next++) : null;

    public void Dispose() => source.Dispose();

    private static Stream RequireSeekable(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.CanSeek
            ? stream
            : throw new ArgumentException("A file is read from its end: the stream must be one that can seek.", nameof(stream));
    }

    private void ReadDictionaries()
    {
        if (hasDictionaries)
            return;
        foreach (Block block in footer.Dictionaries)
            batches.ReadDictionary(Read(block), mayReplace: false);
        hasDictionaries = true;
    }

    private Message Read(Block block)
    {
        source.Seek(block.Offset);
        Message message = messages.Next()
            ?? throw new InvalidArrowException(source.Name, block.Offset, "the footer has a message where there is none", null);
        return message.MetadataLength == block.MetadataLength && message.Body.Length == block.BodyLength
            ? message
            : throw new InvalidArrowException(source.Name, block.Offset, FormattableString.Invariant($"the message has {message.MetadataLength} and {message.Body.Length} bytes; the footer says {block.MetadataLength} and {block.BodyLength}"), null);
    }
}

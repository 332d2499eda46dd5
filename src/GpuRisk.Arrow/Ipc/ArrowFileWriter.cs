using System.Buffers.Binary;

namespace GpuRisk.Arrow.Ipc;

/// <summary>
/// Writes the file format (Arrow Columnar Format, "IPC File Format"): the stream between two marks, and before the last a footer that says where
/// its messages are. A file is complete once <see cref="ArrowStreamWriter.WriteEnd"/> was called.
/// </summary>
public sealed class ArrowFileWriter : ArrowStreamWriter
{
    private readonly List<Block> dictionaries = [], recordBatches = [];

    /// <param name="leaveOpen">Whether the stream stays open when the writer is disposed.</param>
    public ArrowFileWriter(Stream stream, Schema schema, bool leaveOpen = false)
        : base(stream, schema, leaveOpen, mayReplaceDictionaries: false)
    {
    }

    private protected override void WriteHead()
    {
        Write(FileFooter.Magic);
        Write(new byte[FileFooter.HeadLength - FileFooter.Magic.Length]);
    }

    private protected override void OnDictionary(Block block) => dictionaries.Add(block);

    private protected override void OnRecordBatch(Block block) => recordBatches.Add(block);

    private protected override void WriteTail()
    {
        byte[] footer = MetadataEncoder.Footer(Schema, dictionaries, recordBatches);
        Write(footer);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer.Length);
        Write(length);
        Write(FileFooter.Magic);
    }
}

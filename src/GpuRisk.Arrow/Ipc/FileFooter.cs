using GpuRisk.Arrow.FlatBuffers;

namespace GpuRisk.Arrow.Ipc;

/// <summary>The end of a file: its schema, and where its messages lie (File.fbs; Arrow Columnar Format, "IPC File Format").</summary>
internal sealed class FileFooter
{
    /// <summary>At both ends of a file; at the front two bytes of padding follow.</summary>
    public static ReadOnlySpan<byte> Magic => "ARROW1"u8;

    public const int HeadLength = 8;

    private const int TailLength = 10;

    private FileFooter(FlatTable table, long offset)
    {
        MessageReader.RequireVersion(table.GetInt16(0));
        Schema = table.GetTable(1) ?? throw new InvalidArrowException("the footer has no schema");
        Dictionaries = Blocks(table.GetVector(2, 24), offset);
        RecordBatches = Blocks(table.GetVector(3, 24), offset);
        RequireApart([.. Dictionaries, .. RecordBatches]);
    }

    public FlatTable Schema { get; }

    public IReadOnlyList<Block> Dictionaries { get; }

    public IReadOnlyList<Block> RecordBatches { get; }

    /// <param name="source">One whose length is known.</param>
    public static (FileFooter Footer, long Offset) Read(ByteSource source)
    {
        long length = source.Length!.Value;
        source.Seek(0);
        if (length < HeadLength + TailLength || !source.Read(Magic.Length).Span.SequenceEqual(Magic))
            throw new InvalidArrowException(source.Name, 0, "this is no Arrow file: it does not begin with ARROW1", null);
        source.Seek(length - TailLength);
        ArrowBuffer tail = source.Read(TailLength);
        if (!tail.Span[4..].SequenceEqual(Magic))
            throw new InvalidArrowException(source.Name, length - TailLength, "the file does not end with ARROW1: it is cut short or was not closed", null);
        int footerLength = tail.GetValue<int>(0);
        long offset = length - TailLength - footerLength;
        if (footerLength <= 0 || offset < HeadLength)
            throw new InvalidArrowException(source.Name, length - TailLength, FormattableString.Invariant($"a footer of {footerLength} bytes is not inside the file of {length}"), null);
        source.Seek(offset);
        try
        {
            return (new FileFooter(new FlatBuffer(source.Read(footerLength).Span.ToArray()).Root(), offset), offset);
        }
        catch (InvalidArrowException e) when (e.Offset is null)
        {
            throw new InvalidArrowException(source.Name, offset, e.Reason, e);
        }
    }

    private static Block[] Blocks(FlatVector vector, long end)
    {
        var blocks = new Block[vector.Count];
        for (int i = 0; i < blocks.Length; i++)
        {
            Block block = new(vector.GetInt64(i), vector.GetInt32(i, 8), vector.GetInt64(i, 16));
            if (block.Offset < HeadLength || block.MetadataLength <= 0 || block.BodyLength < 0 || block.Offset > end
                || block.BodyLength > end - block.Offset - block.MetadataLength)
            {
                throw new InvalidArrowException(FormattableString.Invariant($"the footer has a message of {block.MetadataLength} and {block.BodyLength} bytes at byte {block.Offset}, which is not between the head and the footer"));
            }
            blocks[i] = block;
        }
        return blocks;
    }

    /// <summary>No message is there twice: a small file would else ask for a large amount of work.</summary>
    private static void RequireApart(Block[] blocks)
    {
        System.Array.Sort(blocks, (a, b) => a.Offset.CompareTo(b.Offset));
        for (int i = 1; i < blocks.Length; i++)
        {
            if (blocks[i].Offset < blocks[i - 1].Offset + blocks[i - 1].Length)
                throw new InvalidArrowException(FormattableString.Invariant($"two messages of the footer overlap at byte {blocks[i].Offset}"));
        }
    }
}

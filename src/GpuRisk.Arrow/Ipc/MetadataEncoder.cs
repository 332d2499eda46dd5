using GpuRisk.Arrow.FlatBuffers;

namespace GpuRisk.Arrow.Ipc;

/// <summary>Messages and footers as metadata (Message.fbs, File.fbs), version 5.</summary>
internal static class MetadataEncoder
{
    public static byte[] Schema(Schema schema)
    {
        var builder = new FlatBufferBuilder();
        return Message(builder, MessageKind.Schema, new SchemaEncoder(builder).Encode(schema), 0);
    }

    public static byte[] RecordBatch(BatchEncoder batch)
    {
        var builder = new FlatBufferBuilder();
        return Message(builder, MessageKind.RecordBatch, Batch(builder, batch), batch.BodyLength);
    }

    public static byte[] DictionaryBatch(long id, BatchEncoder values, bool isDelta)
    {
        var builder = new FlatBufferBuilder();
        int data = Batch(builder, values);
        builder.StartTable(3);
        builder.AddInt64(0, id);
        builder.AddOffset(1, data);
        builder.AddBoolean(2, isDelta);
        return Message(builder, MessageKind.DictionaryBatch, builder.EndTable(), values.BodyLength);
    }

    public static byte[] Footer(Schema schema, IReadOnlyList<Block> dictionaries, IReadOnlyList<Block> recordBatches)
    {
        var builder = new FlatBufferBuilder();
        int batchBlocks = Blocks(builder, recordBatches);
        int dictionaryBlocks = Blocks(builder, dictionaries);
        int schemaTable = new SchemaEncoder(builder).Encode(schema);
        builder.StartTable(4);
        builder.AddOffset(3, batchBlocks);
        builder.AddOffset(2, dictionaryBlocks);
        builder.AddOffset(1, schemaTable);
        builder.AddInt16(0, (short)MetadataVersion.V5);
        return builder.Finish(builder.EndTable());
    }

    private static byte[] Message(FlatBufferBuilder builder, MessageKind kind, int header, long bodyLength)
    {
        builder.StartTable(4);
        builder.AddInt64(3, bodyLength);
        builder.AddOffset(2, header);
        builder.AddInt16(0, (short)MetadataVersion.V5);
        builder.AddByte(1, (byte)kind);
        return builder.Finish(builder.EndTable());
    }

    private static int Batch(FlatBufferBuilder builder, BatchEncoder batch)
    {
        int buffers = builder.CreateStructVector(batch.BufferWords, 2);
        int nodes = builder.CreateStructVector(batch.NodeWords, 2);
        builder.StartTable(3);
        builder.AddInt64(0, batch.Length);
        builder.AddOffset(2, buffers);
        builder.AddOffset(1, nodes);
        return builder.EndTable();
    }

    private static int Blocks(FlatBufferBuilder builder, IReadOnlyList<Block> blocks)
    {
        // The 32-bit length is followed by four bytes of padding: together a little-endian word.
        long[] words = [.. blocks.SelectMany(b => new[] { b.Offset, b.MetadataLength, b.BodyLength })];
        return builder.CreateStructVector(words, 3);
    }
}

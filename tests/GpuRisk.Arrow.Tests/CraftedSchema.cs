using GpuRisk.Arrow.FlatBuffers;

namespace GpuRisk.Arrow.Tests;

/// <summary>Messages that no writer would write.</summary>
internal static class CraftedSchema
{
    /// <summary>A field with an empty table for its type.</summary>
    public static int Field(FlatBufferBuilder builder, string name, byte kind, int[] children)
    {
        int childVector = builder.CreateTableVector(children);
        int text = builder.CreateString(name);
        builder.StartTable(0);
        int type = builder.EndTable();
        builder.StartTable(7);
        builder.AddOffset(5, childVector);
        builder.AddOffset(3, type);
        builder.AddOffset(0, text);
        builder.AddByte(2, kind);
        return builder.EndTable();
    }

    public static byte[] Schema(Func<FlatBufferBuilder, int> field)
    {
        var builder = new FlatBufferBuilder();
        int fields = builder.CreateTableVector([field(builder)]);
        builder.StartTable(4);
        builder.AddOffset(1, fields);
        return Message(builder, 1, builder.EndTable(), 0);
    }

    /// <summary>A batch of four rows.</summary>
    public static byte[] Batch(long bodyLength, long[] nodes, long[] buffers)
    {
        var builder = new FlatBufferBuilder();
        int bufferVector = builder.CreateStructVector(buffers, 2);
        int nodeVector = builder.CreateStructVector(nodes, 2);
        builder.StartTable(5);
        builder.AddInt64(0, 4);
        builder.AddOffset(2, bufferVector);
        builder.AddOffset(1, nodeVector);
        return Message(builder, 3, builder.EndTable(), bodyLength);
    }

    private static byte[] Message(FlatBufferBuilder builder, byte kind, int header, long bodyLength)
    {
        builder.StartTable(5);
        builder.AddInt64(3, bodyLength);
        builder.AddOffset(2, header);
        builder.AddInt16(0, 4);
        builder.AddByte(1, kind);
        byte[] metadata = builder.Finish(builder.EndTable());
        return [0xFF, 0xFF, 0xFF, 0xFF, .. BitConverter.GetBytes(metadata.Length), .. metadata];
    }
}

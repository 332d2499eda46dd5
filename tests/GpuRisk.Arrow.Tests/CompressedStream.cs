using System.Buffers.Binary;
using GpuRisk.Arrow.Compression;
using GpuRisk.Arrow.FlatBuffers;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Tests;

/// <summary>A stream of one column of 32-bit numbers whose values are one LZ4 frame, written down byte by byte.</summary>
internal static class CompressedStream
{
    /// <summary>Sixteen zeros as a block: a literal, a copy of 10 from a byte before, and five literals.</summary>
    private static readonly byte[] Block = [0x16, 0, 1, 0, 0x50, 0, 0, 0, 0, 0];

    public static byte[] Bytes()
    {
        byte[] buffer = [16, 0, 0, 0, 0, 0, 0, 0, .. Frame()];
        byte[] body = [.. buffer, .. new byte[-buffer.Length & 7]];
        Schema schema = new([new Field("c", Int32Type.Default, true)]);
        return [.. Written.Stream(schema)[..^8], .. Message(buffer.Length, body.Length), .. body];
    }

    private static byte[] Frame()
    {
        byte[] descriptor = [0x74, 0x40];
        byte header = (byte)(XxHash32.Hash(descriptor) >> 8);
        return [0x04, 0x22, 0x4D, 0x18, .. descriptor, header, .. Word((uint)Block.Length), .. Block, .. Word(XxHash32.Hash(Block)), .. Word(0), .. Word(XxHash32.Hash(new byte[16]))];
    }

    private static byte[] Word(uint number)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        return bytes;
    }

    private static byte[] Message(int bufferLength, int bodyLength)
    {
        var builder = new FlatBufferBuilder();
        int buffers = builder.CreateStructVector([0, 0, 0, bufferLength], 2);
        int nodes = builder.CreateStructVector([4, 0], 2);
        builder.StartTable(2);
        builder.AddByte(0, 0);
        int compression = builder.EndTable();
        builder.StartTable(5);
        builder.AddInt64(0, 4);
        builder.AddOffset(3, compression);
        builder.AddOffset(2, buffers);
        builder.AddOffset(1, nodes);
        int batch = builder.EndTable();
        builder.StartTable(5);
        builder.AddInt64(3, bodyLength);
        builder.AddOffset(2, batch);
        builder.AddInt16(0, 4);
        builder.AddByte(1, 3);
        byte[] metadata = builder.Finish(builder.EndTable());
        return [0xFF, 0xFF, 0xFF, 0xFF, .. BitConverter.GetBytes(metadata.Length), .. metadata];
    }
}

using System.Buffers.Binary;
using System.Numerics;

namespace GpuRisk.Arrow.Compression;

/// <summary>XXH32 with seed 0, the checksum of LZ4 frames. Source: the xxHash specification, version 0.1.1.</summary>
internal static class XxHash32
{
    private const uint Prime1 = 2654435761, Prime2 = 2246822519, Prime3 = 3266489917, Prime4 = 668265263, Prime5 = 374761393;

    public static uint Hash(ReadOnlySpan<byte> data)
    {
        uint length = (uint)data.Length;
        uint hash = Prime5;
        if (data.Length >= 16)
        {
            uint a = unchecked(Prime1 + Prime2), b = Prime2, c = 0, d = unchecked(0 - Prime1);
            for (; data.Length >= 16; data = data[16..])
            {
                a = Round(a, Word(data));
                b = Round(b, Word(data[4..]));
                c = Round(c, Word(data[8..]));
                d = Round(d, Word(data[12..]));
            }
            hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7) + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
        }
        hash += length;
        for (; data.Length >= 4; data = data[4..])
            hash = BitOperations.RotateLeft(hash + Word(data) * Prime3, 17) * Prime4;
        foreach (byte last in data)
            hash = BitOperations.RotateLeft(hash + last * Prime5, 11) * Prime1;
        hash = (hash ^ (hash >> 15)) * Prime2;
        hash = (hash ^ (hash >> 13)) * Prime3;
        return hash ^ (hash >> 16);
    }

    private static uint Round(uint lane, uint word) => BitOperations.RotateLeft(lane + word * Prime2, 13) * Prime1;

    private static uint Word(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadUInt32LittleEndian(data);
}

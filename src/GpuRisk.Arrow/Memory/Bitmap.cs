using System.Buffers.Binary;
using System.Numerics;

namespace GpuRisk.Arrow;

/// <summary>Bits, the least significant of a byte first (Arrow Columnar Format, "Validity bitmaps").</summary>
internal static class Bitmap
{
    public static long ByteCount(long bits) => (bits + 7) / 8;

    public static bool Get(ReadOnlySpan<byte> bytes, long bit) => (bytes[(int)(bit >> 3)] >> (int)(bit & 7) & 1) != 0;

    public static bool Get(ArrowBuffer buffer, long bit) => (buffer.GetValue<byte>(bit >> 3) >> (int)(bit & 7) & 1) != 0;

    public static void Set(Span<byte> bytes, long bit, bool value)
    {
        ref byte target = ref bytes[(int)(bit >> 3)];
        byte mask = (byte)(1 << (int)(bit & 7));
        target = (byte)(value ? target | mask : target & ~mask);
    }

    /// <summary>The number of ones among <paramref name="length"/> bits from <paramref name="start"/> on.</summary>
    public static int CountOnes(ArrowBuffer buffer, long start, int length)
    {
        if (length == 0)
            return 0;
        long firstByte = start >> 3;
        long end = start + length;
        ReadOnlySpan<byte> bytes = buffer.GetSpan<byte>(firstByte, (int)(ByteCount(end) - firstByte));
        int skip = (int)(start & 7);
        int ones = 0;
        int index = 0;
        for (; index + 8 <= bytes.Length; index += 8)
            ones += BitOperations.PopCount(BinaryPrimitives.ReadUInt64LittleEndian(bytes[index..]));
        for (; index < bytes.Length; index++)
            ones += BitOperations.PopCount(bytes[index]);
        ones -= BitOperations.PopCount((uint)(bytes[0] & ((1 << skip) - 1)));
        int tail = (int)(end & 7);
        return tail == 0 ? ones : ones - BitOperations.PopCount((uint)(bytes[^1] >> tail));
    }

    /// <summary>
    /// Copies bits to bit 0 of <paramref name="target"/> on, which has <see cref="ByteCount"/> bytes; the bits after the last become 0.
    /// </summary>
    public static void CopyToFront(ReadOnlySpan<byte> source, int start, int length, Span<byte> target)
    {
        int shift = start & 7;
        ReadOnlySpan<byte> bytes = source[(start >> 3)..];
        for (int i = 0; i < target.Length; i++)
        {
            int high = i + 1 < bytes.Length && shift > 0 ? bytes[i + 1] << (8 - shift) : 0;
            target[i] = (byte)(bytes[i] >> shift | high);
        }
        if ((length & 7) is var tail && tail > 0)
            target[^1] &= (byte)((1 << tail) - 1);
    }
}

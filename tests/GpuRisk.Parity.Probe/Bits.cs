using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace GpuRisk.Parity.Probe;

/// <summary>Results as bits.</summary>
public static class Bits
{
    /// <summary>
    /// Every NaN becomes the same one: IEEE 754 leaves the sign and payload of a NaN open, processors differ in them, and no kernel lets
    /// them through to a number.
    /// </summary>
    public static ulong[] Of(ReadOnlySpan<double> values)
    {
        var bits = new ulong[values.Length];
        for (int i = 0; i < bits.Length; i++)
            bits[i] = double.IsNaN(values[i]) ? 0x7FF8000000000000UL : BitConverter.DoubleToUInt64Bits(values[i]);
        return bits;
    }

    public static ulong[] Of(ReadOnlySpan<int> values)
    {
        var bits = new ulong[values.Length];
        for (int i = 0; i < bits.Length; i++)
            bits[i] = (ulong)(long)values[i];
        return bits;
    }

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public static string Digest(ReadOnlySpan<ulong> bits)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Digests are taken over little-endian words.");
        return Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(bits)));
    }

    /// <summary>How many words differ, and the first that does; null where none does.</summary>
    public static string? Difference(ReadOnlySpan<ulong> expected, ReadOnlySpan<ulong> actual)
    {
        if (expected.Length != actual.Length)
            return $"{actual.Length} results instead of {expected.Length}";
        int differing = 0, first = -1;
        for (int i = 0; i < expected.Length; i++)
        {
            if (expected[i] == actual[i])
                continue;
            first = differing++ == 0 ? i : first;
        }
        return differing == 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{differing} of {expected.Length} results differ, first [{first}]: {expected[first]:x16} became {actual[first]:x16}");
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GpuRisk.Data.Results;

/// <summary>
/// SHA-256 over a stream of values with one encoding each, little-endian on every machine: int32 in 4 bytes; double in
/// the 8 bytes of its bits, every NaN as 0x7FF8000000000000; text as its length in bytes of UTF-8 (int32), then those bytes.
/// </summary>
internal sealed class CanonicalHash : IDisposable
{
    private const ulong OneNaN = 0x7FF8_0000_0000_0000;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] buffer = new byte[1 << 16];
    private int filled;

    public void Add(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), value);

    public void Add(double value) => BinaryPrimitives.WriteUInt64LittleEndian(
        Take(sizeof(double)), double.IsNaN(value) ? OneNaN : BitConverter.DoubleToUInt64Bits(value));

    public void Add(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Add(bytes.Length);
        Flush();
        hash.AppendData(bytes);
    }

    /// <summary>In lower-case hexadecimal.</summary>
    public string Finish()
    {
        Flush();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose() => hash.Dispose();

    private Span<byte> Take(int bytes)
    {
        if (filled + bytes > buffer.Length)
            Flush();
        Span<byte> place = buffer.AsSpan(filled, bytes);
        filled += bytes;
        return place;
    }

    private void Flush()
    {
        hash.AppendData(buffer, 0, filled);
        filled = 0;
    }
}

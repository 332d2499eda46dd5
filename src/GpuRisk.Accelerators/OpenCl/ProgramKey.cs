using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GpuRisk.Accelerators.OpenCl;

/// <summary>What a compiled program depends on: its text, the compiler's options, and the device with its driver, as a SHA-256.</summary>
internal sealed class ProgramKey
{
    private readonly byte[] hash;

    public ProgramKey(string text, string options, OpenClDevice device)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (string part in (ReadOnlySpan<string>)
            [text, options, device.PlatformName, device.PlatformVersion, device.Product, device.DriverVersion, device.DeviceVersion])
        {
            // The length before each part: no two lists of parts run together into the same bytes.
            byte[] bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            sum.AppendData(length);
            sum.AppendData(bytes);
        }
        hash = sum.GetHashAndReset();
    }

    public ReadOnlySpan<byte> Hash => hash;

    public override string ToString() => Convert.ToHexStringLower(hash);
}

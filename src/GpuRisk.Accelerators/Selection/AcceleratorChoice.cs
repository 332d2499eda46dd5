using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GpuRisk.Accelerators.Selection;

/// <summary>What a user asks for: the best there is, any device of a kind, or one device.</summary>
public sealed record AcceleratorChoice
{
    public const string CpuKind = "cpu";
    public const string OpenClKind = "opencl";
    public const string CudaKind = "cuda";

    /// <summary>What <see cref="TryParse"/> takes, for messages.</summary>
    public const string Expected = "auto, cpu, opencl, opencl:N, cuda or cuda:N, N from 0 to 999";

    private const string AutoWord = "auto";

    /// <summary>Of a device's number.</summary>
    private const int MostDigits = 3;

    private AcceleratorChoice(string? kind, int? index)
    {
        Kind = kind;
        Index = index;
    }

    /// <summary>CUDA, else an OpenCL GPU, else the processor.</summary>
    public static AcceleratorChoice Auto { get; } = new(null, null);

    public static AcceleratorChoice Cpu { get; } = new(CpuKind, null);

    /// <summary>The back end; null: whichever is best.</summary>
    public string? Kind { get; }

    /// <summary>The number of the device; null: any of its kind.</summary>
    public int? Index { get; }

    public static bool TryParse(string text, [NotNullWhen(true)] out AcceleratorChoice? choice)
    {
        ArgumentNullException.ThrowIfNull(text);
        choice = text switch
        {
            AutoWord => Auto,
            CpuKind => Cpu,
            _ => Device(text),
        };
        return choice is not null;
    }

    public override string ToString() =>
        Kind is null ? AutoWord : Index is { } index ? string.Create(CultureInfo.InvariantCulture, $"{Kind}:{index}") : Kind;

    private static AcceleratorChoice? Device(string text)
    {
        string[] parts = text.Split(':');
        if (parts.Length > 2 || parts[0] is not (OpenClKind or CudaKind))
            return null;
        if (parts.Length == 1)
            return new AcceleratorChoice(parts[0], null);
        return parts[1].Length <= MostDigits && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            ? new AcceleratorChoice(parts[0], index)
            : null;
    }
}

using System.Globalization;

namespace GpuRisk.Accelerators.OpenCl;

/// <summary>A device as its driver describes it.</summary>
internal sealed record OpenClDevice
{
    /// <summary>As <c>--accelerator</c> takes it.</summary>
    public required string Name { get; init; }

    public nint Handle { get; init; }

    public nint Platform { get; init; }

    public required string PlatformName { get; init; }

    public required string PlatformVersion { get; init; }

    public required string Product { get; init; }

    public required string DriverVersion { get; init; }

    public required string DeviceVersion { get; init; }

    public long MemoryBytes { get; init; }

    public long LargestBufferBytes { get; init; }

    public long CacheBytes { get; init; }

    public int ComputeUnits { get; init; }

    /// <summary>Work items that a group may have along items and along rows.</summary>
    public (int Items, int Rows) LargestGroup { get; init; }

    public bool IsGpu { get; init; }

    /// <summary>Whether its memory is the host's, so that staging a copy gains nothing.</summary>
    public bool SharesHostMemory { get; init; }

    public bool DoublePrecision { get; init; }

    public bool IsAvailable { get; init; }

    public bool HasCompiler { get; init; }

    public bool IsLittleEndian { get; init; }

    /// <summary>Product and platform, for people.</summary>
    public string Description => $"{Name} ({Product}, {ShortPlatform})";

    public DeviceInfo Info => new(Name, Product, $"{ShortPlatform} / {DriverVersion}", MemoryBytes, IsGpu, DoublePrecision, Problem) { SharesHostMemory = SharesHostMemory };

    /// <summary>Why it cannot be used and what helps, or null.</summary>
    public string? Problem =>
        !IsAvailable ? Unusable("its driver says that it is not available", "close what holds it, or reinstall its driver")
        : Version < new Version(1, 2) ? Unusable($"its driver speaks {(DeviceVersion.Length > 0 ? DeviceVersion : "no known version")} and OpenCL 1.2 is needed", "update the driver")
        : !HasCompiler ? Unusable("its driver has no compiler", "install the compiler that belongs to the driver")
        : !IsLittleEndian ? Unusable("it orders bytes from the highest", "use another device or --accelerator cpu")
        : !DoublePrecision ? Unusable("it has no double precision (cl_khr_fp64) with denormal numbers and fused multiply-add", "use another device or --accelerator cpu")
        : null;

    /// <summary>The platform's version without the words that every one begins with, or its name: <c>PoCL 3.1</c>, <c>CUDA 12.4.131</c>.</summary>
    private string ShortPlatform
    {
        get
        {
            string[] words = PlatformVersion.Split(' ', 3);
            string rest = words.Length == 3 ? words[2].Split("  ")[0].Trim() : "";
            if (rest is ['(', .., ')'])
                rest = rest[1..^1];
            return rest.Length > 0 ? rest : PlatformName;
        }
    }

    /// <summary>"OpenCL 3.0 ...", as every driver must begin it.</summary>
    private Version Version =>
        DeviceVersion.Split(' ') is ["OpenCL", var number, ..] && Version.TryParse(number, out Version? version) ? version : new Version(0, 0);

    /// <param name="number">Its number across platforms.</param>
    public static OpenClDevice Read(nint platform, nint device, int number)
    {
        ulong precision = OpenClInfo.DeviceNumber(device, OpenClQuery.DeviceDoubleFpConfig);
        return new OpenClDevice
        {
            Name = "opencl:" + number.ToString(CultureInfo.InvariantCulture),
            Handle = device,
            Platform = platform,
            PlatformName = OpenClInfo.PlatformText(platform, OpenClQuery.PlatformName),
            PlatformVersion = OpenClInfo.PlatformText(platform, OpenClQuery.PlatformVersion),
            Product = OpenClInfo.DeviceText(device, OpenClQuery.DeviceName),
            DriverVersion = OpenClInfo.DeviceText(device, OpenClQuery.DriverVersion),
            DeviceVersion = OpenClInfo.DeviceText(device, OpenClQuery.DeviceVersion),
            MemoryBytes = Bytes(device, OpenClQuery.DeviceGlobalMemSize),
            LargestBufferBytes = Bytes(device, OpenClQuery.DeviceMaxMemAllocSize),
            ComputeUnits = (int)Math.Clamp(Bytes(device, OpenClQuery.DeviceMaxComputeUnits), 1, 1 << 16),
            CacheBytes = Bytes(device, OpenClQuery.DeviceGlobalMemCacheSize),
            LargestGroup = OpenClInfo.LargestGroup(device),
            IsGpu = (OpenClInfo.DeviceNumber(device, OpenClQuery.DeviceType) & OpenClFlag.DeviceTypeGpu) != 0,
            SharesHostMemory = OpenClInfo.DeviceNumber(device, OpenClQuery.DeviceHostUnifiedMemory) != 0,
            // Drivers before OpenCL 1.2 tell of it by the extension alone, which demands the same.
            DoublePrecision = precision != 0
                ? (precision & OpenClFlag.FpDenormInfNanNearestFma) == OpenClFlag.FpDenormInfNanNearestFma
                : OpenClInfo.DeviceText(device, OpenClQuery.DeviceExtensions).Split(' ').Contains("cl_khr_fp64"),
            IsAvailable = OpenClInfo.DeviceNumber(device, OpenClQuery.DeviceAvailable) != 0,
            HasCompiler = OpenClInfo.DeviceNumber(device, OpenClQuery.DeviceCompilerAvailable) != 0,
            IsLittleEndian = OpenClInfo.DeviceNumber(device, OpenClQuery.DeviceEndianLittle) != 0,
        };
    }

    /// <summary>Throws unless <paramref name="status"/> is success.</summary>
    public void Check(int status, string call)
    {
        if (status != 0)
            throw OpenClError.Exception(Name, call, status);
    }

    private static long Bytes(nint device, uint name) => (long)Math.Min(OpenClInfo.DeviceNumber(device, name), long.MaxValue);

    private string Unusable(string why, string cure) => $"{Name} ({Product}): {why}; {cure}.";
}

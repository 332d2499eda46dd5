namespace GpuRisk.Accelerators.OpenCl;

/// <summary>Numbers of the OpenCL headers: what can be asked of a platform or device.</summary>
internal static class OpenClQuery
{
    public const uint PlatformVersion = 0x0901;
    public const uint PlatformName = 0x0902;

    public const uint DeviceType = 0x1000;
    public const uint DeviceMaxWorkItemSizes = 0x1005;
    public const uint DeviceMaxMemAllocSize = 0x1010;
    public const uint DeviceMaxComputeUnits = 0x1002;
    public const uint DeviceGlobalMemCacheSize = 0x101E;
    public const uint DeviceGlobalMemSize = 0x101F;
    public const uint DeviceEndianLittle = 0x1026;
    public const uint DeviceAvailable = 0x1027;
    public const uint DeviceCompilerAvailable = 0x1028;
    public const uint DeviceName = 0x102B;
    public const uint DriverVersion = 0x102D;
    public const uint DeviceVersion = 0x102F;
    public const uint DeviceExtensions = 0x1030;
    public const uint DeviceDoubleFpConfig = 0x1032;
    public const uint DeviceHostUnifiedMemory = 0x1035;

    public const uint ProgramBinarySizes = 0x1165;
    public const uint ProgramBinaries = 0x1166;
    public const uint ProgramBuildLog = 0x1183;
    public const uint KernelWorkGroupSize = 0x11B0;
    public const uint EventCommandExecutionStatus = 0x11D3;
    public const uint ProfilingCommandStart = 0x1282;
    public const uint ProfilingCommandEnd = 0x1283;
}

/// <summary>Numbers of the OpenCL headers: flags and states.</summary>
internal static class OpenClFlag
{
    public const ulong DeviceTypeGpu = 1 << 2;
    public const ulong DeviceTypeAll = 0xFFFFFFFF;

    /// <summary>Denormal numbers, infinities and NaNs, rounding to nearest, fused multiply-add: what the kernels' bits rest on.</summary>
    public const ulong FpDenormInfNanNearestFma = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 5;

    public const ulong QueueProfiling = 1 << 1;
    public const ulong MemReadWrite = 1 << 0;
    public const ulong MemAllocHostPtr = 1 << 4;
    public const ulong MapReadWrite = 1 << 0 | 1 << 1;
    public const nint ContextPlatform = 0x1084;
    public const int CommandComplete = 0;
}

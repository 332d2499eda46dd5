using System.Runtime.InteropServices;

namespace GpuRisk.Accelerators.Cuda;

/// <summary>CUdevice_attribute.</summary>
internal enum CudaDeviceAttribute
{
    MaxPitch = 11,
    MultiprocessorCount = 16,
    ComputeMode = 20,
    L2CacheSize = 38,
    MaxThreadsPerMultiprocessor = 39,
    ComputeCapabilityMajor = 75,
    ComputeCapabilityMinor = 76,
}

/// <summary>CUjit_option.</summary>
internal enum CudaJitOption
{
    ErrorLogBuffer = 5,
    ErrorLogBufferSizeBytes = 6,
}

/// <summary>CUmemorytype.</summary>
internal enum CudaMemoryType
{
    Host = 1,
    Device = 2,
}

/// <summary>CUDA_MEMCPY2D: rows of bytes, each side with a pitch of its own.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct CudaCopy2D
{
    public nuint SourceX;
    public nuint SourceY;
    public CudaMemoryType SourceType;
    public void* SourceHost;
    public ulong SourceDevice;
    public nint SourceArray;
    public nuint SourcePitch;
    public nuint TargetX;
    public nuint TargetY;
    public CudaMemoryType TargetType;
    public void* TargetHost;
    public ulong TargetDevice;
    public nint TargetArray;
    public nuint TargetPitch;
    public nuint Width;
    public nuint Height;
}

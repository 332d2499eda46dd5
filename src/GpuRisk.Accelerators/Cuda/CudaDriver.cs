using System.Runtime.InteropServices;

namespace GpuRisk.Accelerators.Cuda;

/// <summary>
/// The driver API, as far as it is used: the functions of libcuda by their own names, without the toolkit. Versioned names
/// (<c>_v2</c>) are those with 64-bit sizes; drivers keep them for good.
/// </summary>
/// <remarks>Source: NVIDIA, CUDA Driver API reference.</remarks>
internal sealed unsafe class CudaDriver
{
    public readonly delegate* unmanaged<uint, CudaResult> Init;
    public readonly delegate* unmanaged<int*, CudaResult> DriverGetVersion;
    public readonly delegate* unmanaged<CudaResult, byte**, CudaResult> GetErrorName;

    public readonly delegate* unmanaged<int*, CudaResult> DeviceGetCount;
    public readonly delegate* unmanaged<int*, int, CudaResult> DeviceGet;
    public readonly delegate* unmanaged<byte*, int, int, CudaResult> DeviceGetName;
    public readonly delegate* unmanaged<nuint*, int, CudaResult> DeviceTotalMem;
    public readonly delegate* unmanaged<int*, CudaDeviceAttribute, int, CudaResult> DeviceGetAttribute;

    public readonly delegate* unmanaged<nint*, int, CudaResult> PrimaryContextRetain;
    public readonly delegate* unmanaged<int, CudaResult> PrimaryContextRelease;
    public readonly delegate* unmanaged<nint, CudaResult> ContextSetCurrent;

    public readonly delegate* unmanaged<nint*, byte*, uint, CudaJitOption*, void**, CudaResult> ModuleLoadDataEx;
    public readonly delegate* unmanaged<nint*, nint, byte*, CudaResult> ModuleGetFunction;
    public readonly delegate* unmanaged<nint, CudaResult> ModuleUnload;

    public readonly delegate* unmanaged<nint*, uint, CudaResult> StreamCreate;
    public readonly delegate* unmanaged<nint, CudaResult> StreamSynchronize;
    public readonly delegate* unmanaged<nint, CudaResult> StreamDestroy;

    public readonly delegate* unmanaged<nint*, uint, CudaResult> EventCreate;
    public readonly delegate* unmanaged<nint, nint, CudaResult> EventRecord;
    public readonly delegate* unmanaged<nint, CudaResult> EventQuery;
    public readonly delegate* unmanaged<nint, CudaResult> EventSynchronize;
    public readonly delegate* unmanaged<float*, nint, nint, CudaResult> EventElapsedTime;
    public readonly delegate* unmanaged<nint, CudaResult> EventDestroy;

    public readonly delegate* unmanaged<nuint*, nuint*, CudaResult> MemoryGetInfo;
    public readonly delegate* unmanaged<ulong*, nuint, CudaResult> MemoryAllocate;
    public readonly delegate* unmanaged<ulong, CudaResult> MemoryFree;
    public readonly delegate* unmanaged<void**, nuint, uint, CudaResult> HostAllocate;
    public readonly delegate* unmanaged<void*, CudaResult> HostFree;
    public readonly delegate* unmanaged<ulong, byte, nuint, nint, CudaResult> MemorySetAsync;
    public readonly delegate* unmanaged<ulong, void*, nuint, nint, CudaResult> CopyToDeviceAsync;
    public readonly delegate* unmanaged<void*, ulong, nuint, nint, CudaResult> CopyToHostAsync;
    public readonly delegate* unmanaged<CudaCopy2D*, nint, CudaResult> Copy2DAsync;

    public readonly delegate* unmanaged<nint, uint, uint, uint, uint, uint, uint, uint, nint, void**, void**, CudaResult> LaunchKernel;

    private CudaDriver(nint library)
    {
        Init = (delegate* unmanaged<uint, CudaResult>)Export(library, "cuInit");
        DriverGetVersion = (delegate* unmanaged<int*, CudaResult>)Export(library, "cuDriverGetVersion");
        GetErrorName = (delegate* unmanaged<CudaResult, byte**, CudaResult>)Export(library, "cuGetErrorName");
        DeviceGetCount = (delegate* unmanaged<int*, CudaResult>)Export(library, "cuDeviceGetCount");
        DeviceGet = (delegate* unmanaged<int*, int, CudaResult>)Export(library, "cuDeviceGet");
        DeviceGetName = (delegate* unmanaged<byte*, int, int, CudaResult>)Export(library, "cuDeviceGetName");
        DeviceTotalMem = (delegate* unmanaged<nuint*, int, CudaResult>)Export(library, "cuDeviceTotalMem_v2");
        DeviceGetAttribute = (delegate* unmanaged<int*, CudaDeviceAttribute, int, CudaResult>)Export(library, "cuDeviceGetAttribute");
        PrimaryContextRetain = (delegate* unmanaged<nint*, int, CudaResult>)Export(library, "cuDevicePrimaryCtxRetain");
        PrimaryContextRelease = (delegate* unmanaged<int, CudaResult>)Export(library, "cuDevicePrimaryCtxRelease_v2");
        ContextSetCurrent = (delegate* unmanaged<nint, CudaResult>)Export(library, "cuCtxSetCurrent");
        ModuleLoadDataEx = (delegate* unmanaged<nint*, byte*, uint, CudaJitOption*, void**, CudaResult>)Export(library, "cuModuleLoadDataEx");
        ModuleGetFunction = (delegate* unmanaged<nint*, nint, byte*, CudaResult>)Export(library, "cuModuleGetFunction");
        ModuleUnload = (delegate* unmanaged<nint, CudaResult>)Export(library, "cuModuleUnload");
        StreamCreate = (delegate* unmanaged<nint*, uint, CudaResult>)Export(library, "cuStreamCreate");
        StreamSynchronize = (delegate* unmanaged<nint, CudaResult>)Export(library, "cuStreamSynchronize");
        StreamDestroy = (delegate* unmanaged<nint, CudaResult>)Export(library, "cuStreamDestroy_v2");
        EventCreate = (delegate* unmanaged<nint*, uint, CudaResult>)Export(library, "cuEventCreate");
        EventRecord = (delegate* unmanaged<nint, nint, CudaResult>)Export(library, "cuEventRecord");
        EventQuery = (delegate* unmanaged<nint, CudaResult>)Export(library, "cuEventQuery");
        EventSynchronize = (delegate* unmanaged<nint, CudaResult>)Export(library, "cuEventSynchronize");
        EventElapsedTime = (delegate* unmanaged<float*, nint, nint, CudaResult>)Export(library, "cuEventElapsedTime");
        EventDestroy = (delegate* unmanaged<nint, CudaResult>)Export(library, "cuEventDestroy_v2");
        MemoryGetInfo = (delegate* unmanaged<nuint*, nuint*, CudaResult>)Export(library, "cuMemGetInfo_v2");
        MemoryAllocate = (delegate* unmanaged<ulong*, nuint, CudaResult>)Export(library, "cuMemAlloc_v2");
        MemoryFree = (delegate* unmanaged<ulong, CudaResult>)Export(library, "cuMemFree_v2");
        HostAllocate = (delegate* unmanaged<void**, nuint, uint, CudaResult>)Export(library, "cuMemHostAlloc");
        HostFree = (delegate* unmanaged<void*, CudaResult>)Export(library, "cuMemFreeHost");
        MemorySetAsync = (delegate* unmanaged<ulong, byte, nuint, nint, CudaResult>)Export(library, "cuMemsetD8Async");
        CopyToDeviceAsync = (delegate* unmanaged<ulong, void*, nuint, nint, CudaResult>)Export(library, "cuMemcpyHtoDAsync_v2");
        CopyToHostAsync = (delegate* unmanaged<void*, ulong, nuint, nint, CudaResult>)Export(library, "cuMemcpyDtoHAsync_v2");
        Copy2DAsync = (delegate* unmanaged<CudaCopy2D*, nint, CudaResult>)Export(library, "cuMemcpy2DAsync_v2");
        LaunchKernel = (delegate* unmanaged<nint, uint, uint, uint, uint, uint, uint, uint, nint, void**, void**, CudaResult>)Export(library, "cuLaunchKernel");
    }

    /// <summary>What the system calls the driver's library.</summary>
    public static string Library => NativeLibraries.FileName(NativeLibraries.Cuda);

    /// <summary>The driver, or null where none is installed.</summary>
    /// <exception cref="AcceleratorException">There is one, but it lacks a function.</exception>
    public static CudaDriver? Load()
    {
        nint library = NativeLibraries.Load(NativeLibraries.Cuda);
        if (library == 0)
            return null;
        try
        {
            return new CudaDriver(library);
        }
        catch (EntryPointNotFoundException e)
        {
            throw new AcceleratorException($"cuda: {Library} is too old or not NVIDIA's ({e.Message}): install an NVIDIA driver of version 450 or later.", e);
        }
    }

    private static void* Export(nint library, string name) =>
        NativeLibrary.TryGetExport(library, name, out nint address) ? (void*)address : throw new EntryPointNotFoundException($"it has no {name}");
}

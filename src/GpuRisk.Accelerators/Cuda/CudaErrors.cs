using System.Globalization;
using System.Runtime.InteropServices;

namespace GpuRisk.Accelerators.Cuda;

/// <summary>Results in words: the driver's name for them, and what helps.</summary>
internal static class CudaErrors
{
    /// <summary><c>CUDA_ERROR_OUT_OF_MEMORY</c>; the number where the driver has no name for it.</summary>
    public static unsafe string Name(CudaDriver driver, CudaResult result)
    {
        byte* name = null;
        CudaResult asked = driver.GetErrorName(result, &name);
        return asked == CudaResult.Success && name != null
            ? Marshal.PtrToStringUTF8((nint)name)!
            : string.Create(CultureInfo.InvariantCulture, $"CUDA error {(int)result}");
    }

    public static string Cure(CudaResult result) => result switch
    {
        CudaResult.OutOfMemory => "use a smaller memory budget, or end other programs on the device",
        CudaResult.StubLibrary => "libcuda is the toolkit's stub, for linking alone: install the driver, and take the stub's folder out of LD_LIBRARY_PATH",
        CudaResult.DeviceUnavailable => "another program has the device to itself: end it, or set nvidia-smi --compute-mode=DEFAULT",
        CudaResult.NoBinaryForGpu => "the device is older than compute capability 7.0: use another one, or --accelerator opencl or cpu",
        CudaResult.EccUncorrectable => "the device's memory is failing: see nvidia-smi -q -d ECC, and restart the device or use another one",
        CudaResult.InvalidPtx or CudaResult.UnsupportedPtxVersion => "update the NVIDIA driver",
        CudaResult.JitCompilerNotFound => "install the driver's libnvidia-ptxjitcompiler (in a container, the compute capability of the driver)",
        CudaResult.IllegalAddress or CudaResult.MisalignedAddress or CudaResult.LaunchFailed =>
            "the device is in an undefined state: start the program again; if it comes back, verify with --accelerator cpu and report it",
        CudaResult.LaunchTimeout => "the device also drives a display that stops long kernels: use another one, or smaller tiles",
        CudaResult.SystemNotReady => "start the NVIDIA services (nvidia-fabricmanager, nvidia-persistenced)",
        CudaResult.SystemDriverMismatch => "kernel module and libcuda are of different versions: restart the machine, or install the driver again",
        CudaResult.CompatNotSupportedOnDevice => "take the CUDA compatibility package out of LD_LIBRARY_PATH, or update the driver",
        CudaResult.OperatingSystem or CudaResult.Unknown => "see whether nvidia-smi works and /dev/nvidia* can be opened; restart the machine or install the driver again",
        _ => "see whether nvidia-smi works, update the driver, or use --accelerator cpu",
    };
}

using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cuda;

namespace GpuRisk.Cuda.Probe;

internal static class FailureCases
{
    /// <summary>A launch that fails on the device: told by the next wait, by every call after it, and not by closing.</summary>
    public static void FailedLaunch(string[] arguments)
    {
        CudaAccelerator cuda = Device.Open();
        DeviceBuffer<int> counts = cuda.Allocate<int>(1);
        Device.Refusal("launch", () => cuda.ForEach(5, (queue, _) => queue.LaunchScalar(new StepLaunch(0, 1, counts), 0, 1), CancellationToken.None));
        Device.Refusal("synchronize", cuda.Synchronize);
        Device.Refusal("read", () => cuda.Read(counts, 0, new int[1]));
        Close(cuda, counts);
    }

    /// <summary>A kernel that writes past its buffer.</summary>
    public static void Stray(string[] arguments)
    {
        CudaAccelerator cuda = Device.Open();
        DeviceBuffer<int> counts = cuda.Allocate<int>(10);
        Device.Refusal("inside", () => Step(cuda, counts, 9));
        Device.Refusal("past the end", () => Step(cuda, counts, 10));
        Close(cuda, counts);
    }

    private static void Step(CudaAccelerator cuda, DeviceBuffer<int> counts, int ahead)
    {
        cuda.ForEach(1, (queue, _) => queue.LaunchScalar(new StepLaunch(ahead, 1, counts), 0, 1), CancellationToken.None);
        cuda.Synchronize();
    }

    private static void Close(CudaAccelerator cuda, DeviceBuffer<int> counts)
    {
        Console.WriteLine($"kernels measured: {cuda.KernelSeconds.Count}");
        cuda.Dispose();
        counts.Dispose();
        Console.WriteLine($"contexts {Device.Live("contexts")}");
    }
}

using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cuda;
using GpuRisk.Kernels;

namespace GpuRisk.Cuda.Probe;

internal static class DeviceCases
{
    public static void Scan(string[] arguments)
    {
        DeviceScan scan = Device.Provider().Scan();
        foreach (DeviceInfo device in scan.Devices)
            Console.WriteLine(device);
        foreach (string problem in scan.Problems)
            Console.WriteLine($"problem: {problem}");
        Console.WriteLine("done");
    }

    public static void Open(string[] arguments)
    {
        int index = int.Parse(arguments[0], System.Globalization.CultureInfo.InvariantCulture);
        Device.Refusal("open", () =>
        {
            using Accelerator cuda = Device.Provider().Open(index);
            Console.WriteLine($"{cuda.Name} | {cuda.Description} | {cuda.Queues} {cuda.ItemGranularity} {cuda.QueueCacheBytes} {cuda.SharedCacheBytes} {cuda.LargestTile} {cuda.WorkItems}");
            Console.WriteLine($"memory {cuda.MemoryBytes} {cuda.LargestBufferBytes}, build {cuda.BuildSeconds > 0}");
        });
        Console.WriteLine($"contexts {Device.Live("contexts")}");
    }

    public static void MissingKernel(string[] arguments)
    {
        var provider = new CudaProvider(() =>
        {
            KernelProgram program = ProbeKernels.Program();
            return program with { Kernels = [.. program.Kernels, new("Probe.Absent", "Probe_Absent", HasRows: true, [])] };
        });
        Device.Refusal("open", () => provider.Open(0));
        Console.WriteLine($"contexts {Device.Live("contexts")}, modules {Device.Live("modules")}");
    }

    /// <summary>The kernels of the program, with PTX that was built from a text one byte longer.</summary>
    public static void Stale(string[] arguments)
    {
        Device.Refusal("stale", () => new CudaProvider(() => CudaProvider.Program(PtxText.Embedded(), KernelSource.Cuda + " ")).Open(0));
        Console.WriteLine($"contexts {Device.Live("contexts")}");
    }

    /// <summary>After everything was used and disposed, the driver holds nothing.</summary>
    public static void LeftBehind(string[] arguments)
    {
        CudaAccelerator cuda = Device.Open();
        DeviceBuffer<int> disposed = cuda.Upload<int>(new int[1000]);
        DeviceBuffer<int> forgotten = cuda.Upload<int>(new int[1000]);
        cuda.ForEach(10, (queue, _) => queue.LaunchScalar(new StepLaunch(0, 1, forgotten), 0, 1000), CancellationToken.None);
        disposed.Dispose();
        cuda.Dispose();
        cuda.Dispose();
        foreach (string kind in new[] { "allocations", "pinned", "events", "streams", "modules", "contexts" })
            Console.WriteLine($"{kind} {Device.Live(kind)}");
    }
}

using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Accelerators.Cuda;

namespace GpuRisk.Cuda.Probe;

internal static class LaunchCases
{
    /// <summary>Every element of a grid is touched once, and none outside it.</summary>
    public static void Grids(string[] arguments)
    {
        using CudaAccelerator cuda = Device.Open();
        foreach (int items in new[] { 0, 1, 31, 33, 127, 129 })
        {
            foreach (int rows in new[] { 0, 1, 3, 65_536 })
            {
                const int firstRow = 2;
                int stride = items + 3;
                using DeviceBuffer<int> counts = cuda.Allocate<int>((long)stride * (rows + firstRow + 1));
                nint before = Device.Live("launches");
                cuda.ForEach(1, (queue, _) => queue.Launch(new TouchLaunch(stride, counts), items, firstRow, rows), CancellationToken.None);
                var values = new int[counts.Length];
                cuda.Read<int>(counts, 0, values);
                int wrong = 0;
                for (int i = 0; i < values.Length; i++)
                {
                    int row = i / stride, item = i % stride;
                    int expected = item < items && row >= firstRow && row < firstRow + rows ? 1 : 0;
                    wrong += values[i] == expected ? 0 : 1;
                }
                Console.WriteLine($"{items} x {rows}: {wrong} wrong, {Device.Live("launches") - before} launches");
            }
            using DeviceBuffer<int> line = cuda.Allocate<int>(items + 9);
            cuda.ForEach(1, (queue, _) => queue.LaunchScalar(new StepLaunch(2, 1, line), 3, items), CancellationToken.None);
            var each = new int[items + 9];
            cuda.Read<int>(line, 0, each);
            Console.WriteLine($"{items} scalar: {each.Where((v, i) => v != (i >= 5 && i < 5 + items ? 1 : 0)).Count()} wrong");
        }
    }

    /// <summary>Copies and launches happen in the order of the calls.</summary>
    public static void Order(string[] arguments)
    {
        using CudaAccelerator cuda = Device.Open();
        using DeviceBuffer<int> counts = cuda.Upload<int>([1, 1, 1]);
        int[] seen = new int[3];
        cuda.ForEach(4, (queue, i) => queue.LaunchScalar(new StepLaunch(0, (uint)(1 << (4 * i)), counts), 0, 3), CancellationToken.None);
        cuda.Read<int>(counts, 0, seen);
        Console.WriteLine(string.Join(' ', seen));
        cuda.Write<int>([7], counts, 1);
        cuda.ForEach(1, (queue, _) => queue.LaunchScalar(new StepLaunch(1, uint.MaxValue, counts), 0, 2), CancellationToken.None);
        cuda.Write<int>([9], counts, 0);
        cuda.Read<int>(counts, 0, seen);
        Console.WriteLine(string.Join(' ', seen));
        IReadOnlyDictionary<string, double> seconds = cuda.KernelSeconds;
        Console.WriteLine($"{string.Join(' ', seconds.Keys)} {seconds.Values.All(s => s >= 0)}");
    }

    public static void RefusedLaunches(string[] arguments)
    {
        using CudaAccelerator cuda = Device.Open();
        using var cpu = new CpuAccelerator(1);
        using DeviceBuffer<int> counts = cuda.Allocate<int>(100), foreign = cpu.Allocate<int>(100);
        using DeviceBuffer<double> reals = cuda.Allocate<double>(100);
        DeviceBuffer<int> gone = cuda.Allocate<int>(100);
        gone.Dispose();
        void Scalar<TLaunch>(string what, TLaunch launch, int first = 0, int items = 1)
            where TLaunch : struct, IScalarLaunch =>
            Device.Refusal(what, () => cuda.ForEach(1, (queue, _) => queue.LaunchScalar(launch, first, items), CancellationToken.None));
        Scalar("unknown kernel", new WrongLaunch<UnknownName>(0));
        Scalar("kernel over rows", new WrongLaunch<TouchName>(0));
        Scalar("no arguments", new WrongLaunch<StepName>(0));
        Scalar("an int for a uint", new WrongLaunch<StepName>(2));
        Scalar("elements of another size", new StepLaunch(0, 1, reals));
        Scalar("buffer of another device", new StepLaunch(0, 1, foreign));
        Scalar("disposed buffer", new StepLaunch(0, 1, gone));
        Scalar("negative items", new StepLaunch(0, 1, counts), 0, -1);
        Scalar("negative first item", new StepLaunch(0, 1, counts), -1, 1);
        Scalar("past the last integer", new StepLaunch(0, 1, counts), 2, int.MaxValue);
        Device.Refusal("negative rows", () => cuda.ForEach(1, (queue, _) => queue.Launch(new TouchLaunch(1, counts), 1, 0, -1), CancellationToken.None));
        Scalar("a good one", new StepLaunch(0, 1, counts));
    }

    /// <summary>A run that is cancelled stops before the next body, and the accelerator goes on.</summary>
    public static void Cancellation(string[] arguments)
    {
        using CudaAccelerator cuda = Device.Open();
        using DeviceBuffer<int> counts = cuda.Allocate<int>(1);
        using var source = new CancellationTokenSource();
        Device.Refusal("cancelled", () => cuda.ForEach(
            100,
            (queue, i) =>
            {
                queue.LaunchScalar(new StepLaunch(0, 1, counts), 0, 1);
                if (i == 41)
                    source.Cancel();
            },
            source.Token));
        int[] seen = new int[1];
        cuda.Read<int>(counts, 0, seen);
        Console.WriteLine(seen[0]);
        cuda.ForEach(1, (queue, _) => queue.LaunchScalar(new StepLaunch(0, 1, counts), 0, 1), CancellationToken.None);
        cuda.Read<int>(counts, 0, seen);
        Console.WriteLine(seen[0]);
    }

    /// <summary>What measures launches does not grow with their number, over many bodies or within one.</summary>
    public static void ManyLaunches(string[] arguments)
    {
        using CudaAccelerator cuda = Device.Open();
        using DeviceBuffer<int> counts = cuda.Allocate<int>(1);
        void Step(LaunchQueue queue) => queue.LaunchScalar(new StepLaunch(0, 1, counts), 0, 1);
        cuda.ForEach(20_000, (queue, _) => Step(queue), CancellationToken.None);
        Console.WriteLine($"events {Device.Live("events") < 1_100}, counted {cuda.Events < 1_100}");
        cuda.ForEach(
            1,
            (queue, _) =>
            {
                for (int i = 0; i < 20_000; i++)
                    Step(queue);
            },
            CancellationToken.None);
        Console.WriteLine($"events {Device.Live("events") < 4_200}");
        int[] seen = new int[1];
        cuda.Read<int>(counts, 0, seen);
        Console.WriteLine($"{seen[0]} steps, {cuda.KernelSeconds["Probe.Step"] > 0}");
    }

    /// <summary>Whichever thread calls: the driver keeps a context a thread.</summary>
    public static void Threads(string[] arguments)
    {
        using CudaAccelerator cuda = Device.Open();
        DeviceBuffer<int>? counts = null;
        int[] seen = new int[3];
        void OnThread(Action action)
        {
            Exception? failure = null;
            var thread = new Thread(() =>
            {
                try
                {
                    action();
                }
                catch (AcceleratorException e)
                {
                    failure = e;
                }
            });
            thread.Start();
            thread.Join();
            if (failure is not null)
                Console.WriteLine(failure.Message);
        }
        OnThread(() => counts = cuda.Upload<int>([5, 6, 7]));
        OnThread(() => cuda.ForEach(1, (queue, _) => queue.LaunchScalar(new StepLaunch(0, 1, counts!), 0, 3), CancellationToken.None));
        OnThread(cuda.Synchronize);
        OnThread(() => cuda.Read(counts!, 0, seen));
        OnThread(() => counts!.Dispose());
        Console.WriteLine($"{string.Join(' ', seen)}, allocations {Device.Live("allocations")}");
    }
}

using BenchmarkDotNet.Attributes;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Benchmarks.Jobs;

namespace GpuRisk.Benchmarks.Suites;

/// <summary>One thread that launches a kernel again and again, over data that stays in cache.</summary>
public abstract class KernelSuite : IDisposable
{
    private readonly List<IDisposable> held = [];
    private Accelerator? accelerator;

    /// <summary>The accelerator of the current parameters; there from the start of <see cref="Prepare"/> on.</summary>
    protected Accelerator Accelerator => accelerator ?? throw new InvalidOperationException("The suite is not set up.");

    /// <summary>The lanes to compute with; suites of kernels that know no lanes leave it at the widest.</summary>
    protected virtual LaneWidth Width => LaneWidths.Widest;

    [GlobalSetup]
    public void SetUp()
    {
        accelerator = new CpuAccelerator(1, Width);
        Prepare();
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        foreach (IDisposable item in held)
            item.Dispose();
        held.Clear();
        accelerator?.Dispose();
        accelerator = null;
    }

    public void Dispose()
    {
        CleanUp();
        GC.SuppressFinalize(this);
    }

    protected abstract void Prepare();

    /// <summary>Disposes it when the suite is done.</summary>
    protected T Hold<T>(T item)
        where T : IDisposable
    {
        held.Add(item);
        return item;
    }

    protected DeviceBuffer<T> Allocate<T>(long length)
        where T : unmanaged => Hold(Accelerator.Allocate<T>(length));

    protected DeviceBuffer<T> Upload<T>(ReadOnlySpan<T> values)
        where T : unmanaged => Hold(Accelerator.Upload(values));

    /// <summary>Uniform numbers between two ends, the same in every run.</summary>
    protected DeviceBuffer<double> Uniform(int count, double low, double high)
    {
        var values = new double[count];
        for (int i = 0; i < count; i++)
            values[i] = low + (high - low) * JobHash.Uniform(31, (ulong)i);
        return Upload<double>(values);
    }

    protected void Launch<TLaunch>(TLaunch launch, int items, int rows)
        where TLaunch : struct, ILaneLaunch => Accelerator.ForEach(1, (queue, _) => queue.Launch(launch, items, 0, rows), default);

    protected void LaunchScalar<TLaunch>(TLaunch launch, int items)
        where TLaunch : struct, IScalarLaunch => Accelerator.ForEach(1, (queue, _) => queue.LaunchScalar(launch, 0, items), default);
}

using BenchmarkDotNet.Attributes;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Benchmarks.Suites;

/// <summary>The elementary functions, each over an array that stays in cache.</summary>
public class FunctionSuite : LaneKernelSuite
{
    private const int Items = 4096;

    private ExpLaunch exp;
    private LogLaunch log;
    private NormalCdfLaunch normalCdf;
    private NormalQuantileLaunch normalQuantile;

    [Benchmark, Elements(Items, "values")]
    public void Exp() => Launch(exp, Items, 1);

    [Benchmark, Elements(Items, "values")]
    public void Log() => Launch(log, Items, 1);

    [Benchmark, Elements(Items, "values")]
    public void NormalCdf() => Launch(normalCdf, Items, 1);

    [Benchmark, Elements(Items, "values")]
    public void NormalQuantile() => Launch(normalQuantile, Items, 1);

    protected override void Prepare()
    {
        DeviceBuffer<double> y = Allocate<double>(Items);
        exp = new ExpLaunch(Items, Uniform(Items, -20, 20), y);
        log = new LogLaunch(Items, Uniform(Items, 0.01, 100), y);
        normalCdf = new NormalCdfLaunch(Items, Uniform(Items, -6, 6), y);
        normalQuantile = new NormalQuantileLaunch(Items, Uniform(Items, 0, 1), y);
    }
}

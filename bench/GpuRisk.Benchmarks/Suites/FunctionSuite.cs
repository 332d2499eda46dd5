using BenchmarkDotNet.Attributes;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Kernels.Functions;

namespace GpuRisk.Benchmarks.Suites;

/// <summary>The elementary functions, each over an array that stays in cache.</summary>
public class FunctionSuite : LaneKernelSuite
{
    private const int Items = 4096;

    private FunctionLaunch<Exp> exp;
    private FunctionLaunch<Log> log;
    private FunctionLaunch<NormalCdf> normalCdf;
    private FunctionLaunch<NormalQuantile> normalQuantile;

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
        exp = new FunctionLaunch<Exp>(Items, Uniform(Items, -20, 20), y);
        log = new FunctionLaunch<Log>(Items, Uniform(Items, 0.01, 100), y);
        normalCdf = new FunctionLaunch<NormalCdf>(Items, Uniform(Items, -6, 6), y);
        normalQuantile = new FunctionLaunch<NormalQuantile>(Items, Uniform(Items, 0, 1), y);
    }
}

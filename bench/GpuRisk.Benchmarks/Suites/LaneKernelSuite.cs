using BenchmarkDotNet.Attributes;
using GpuRisk.Accelerators.Cpu;

namespace GpuRisk.Benchmarks.Suites;

/// <summary>A suite that runs at every width that the processor has.</summary>
public abstract class LaneKernelSuite : KernelSuite
{
    public static IEnumerable<LaneWidth> Widths => Enum.GetValues<LaneWidth>().Where(w => w <= LaneWidths.Widest);

    [ParamsSource(nameof(Widths))]
    public LaneWidth Lanes { get; set; }

    protected override LaneWidth Width => Lanes;
}

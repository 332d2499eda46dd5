using System.Diagnostics;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Benchmarks.Jobs;
using GpuRisk.Simulation;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Scenarios;
using GpuRisk.Simulation.Tails;

int I = int.Parse(args[0]), S = int.Parse(args[1]), A = int.Parse(args[2]), reps = int.Parse(args[3]);
int? tile = args.Length > 4 && args[4] != "-" ? int.Parse(args[4]) : null;
int threads = args.Length > 5 ? int.Parse(args[5]) : 2;
long mem = args.Length > 6 ? long.Parse(args[6]) << 20 : 1 << 30;
LaneWidth? w = args.Length > 7 ? Enum.Parse<LaneWidth>(args[7]) : null;
var job = new ReferenceJob(I, S, A);
for (int r = 0; r < reps; r++)
{
    using Accelerator acc = new CpuAccelerator(threads, w);
    using var sc = new GivenScenarios(acc, job.Shocks);
    var table = InstrumentCompiler.Compile(job.Book, sc.Factors);
    using var rev = new Revaluer(acc, table, sc);
    int k = S / 100;
    using var sim = new Simulator(acc, rev, job.Book.Positions, S, new PlanOptions { Tile = tile, MemoryBytes = mem }, TailSelection.Bytes(A, k));
    for (int q = 0; q < (A > 10000 ? 1 : 5); q++)
    {
        using var tail = new TailSelection(acc, A, k);
        var before = SimulationTimings.Of(acc);
        long t = Stopwatch.GetTimestamp();
        sim.Run([tail], null, default);
        var set = tail.Finish(acc, default);
        double e = Stopwatch.GetElapsedTime(t).TotalSeconds;
        var st = SimulationTimings.Of(acc) - before;
        double sv = 0, se = 0;
        for (int a = 0; a < A; a++) { var l = set.Losses(a); sv += l[k - 1]; double m = 0; foreach (double x in l) m += x; se += m / k; }
        Console.WriteLine(string.Join(" ", acc.KernelSeconds.Select(p => $"{p.Key}={p.Value/(q+1):F4}")));Console.WriteLine($"tile {sim.Plan.Tile} block {sim.Plan.Block} total {e:F4} {st} sumVaR {sv:G12} sumES {se:G12} rss {Process.GetCurrentProcess().PeakWorkingSet64 >> 20}");
    }
}

using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Accelerators.Selection;

/// <summary>The kernels from scenario numbers to market moves: normals, shocks of correlated factors, ratios.</summary>
internal static class ScenarioVectors
{
    private const int Items = 64;

    /// <summary>Factors that <see cref="CorrelateLaunch"/> takes four together, and some left over.</summary>
    private const int Factors = 11;

    public static IEnumerable<SelfTestCase> All =>
    [
        new(NormalsLaunch.Kernel, "48cd890529c7643b0c8174a09c8217b177a00b62a0e59bf5ba024e1df57566fe", Normals),
        new(CorrelateLaunch.Kernel, "c53817923b707db70672df237b055082703e9b6c2de38478d9d3d3e3503db1b5", Correlate),
        new(CombineLaunch.Kernel, "2a2cb0852f8589804f02e5e809277e9e4e00fa36d77d8c8e9643bbbebcadbe1b", Combine),
        new(GatherLaunch.Kernel, "b54d6c9995f78cb306656b55c6ad0f62247ce71e3ca3e8be728c8a06d8bdb88a", Gather),
        new(MoveLaunch.Kernel, "f88619af01bd7c61bbc112190881a6802ef95f0e90f0f6e560f752186a63d8c4", Move),
    ];

    /// <summary>Scenario numbers small and large, under a seed and a stream that fill their words.</summary>
    private static double[] Normals(SelfTestBench bench)
    {
        const int pairs = 16;
        DeviceBuffer<double> normals = bench.Reals(2 * pairs * Items);
        bench.Launch(
            new NormalsLaunch(bench.Upload(new SelfTestInputs(2).ScenarioNumbers(2 * Items)), FirstScenario: 5, SelfTestInputs.Stream, SelfTestInputs.Key, Items, normals),
            Items, pairs);
        return bench.Read(normals);
    }

    private static double[] Correlate(SelfTestBench bench)
    {
        var inputs = new SelfTestInputs(9);
        DeviceBuffer<double> shocks = bench.Reals(Factors * Items);
        bench.Launch(
            new CorrelateLaunch(
                Factors, bench.Upload(inputs.Reals(Factors * Factors, -0.1, 0.1)), Items, bench.Upload(inputs.RealsAndExtremes(Factors * Items, -9, 9)), shocks),
            Items, CorrelateLaunch.RowsOf(Factors));
        return bench.Read(shocks);
    }

    /// <summary>More normals than factors.</summary>
    private static double[] Combine(SelfTestBench bench)
    {
        const int columns = Factors + 2;
        var inputs = new SelfTestInputs(10);
        DeviceBuffer<double> shocks = bench.Reals(Factors * Items);
        bench.Launch(
            new CombineLaunch(
                columns, bench.Upload(inputs.Reals(Factors * columns, -0.1, 0.1)), Items, bench.Upload(inputs.RealsAndExtremes(columns * Items, -9, 9)), shocks),
            Items, Factors);
        return bench.Read(shocks);
    }

    private static double[] Gather(SelfTestBench bench)
    {
        const int count = 97, first = 3;
        var inputs = new SelfTestInputs(11);
        uint[] numbers = Array.ConvertAll(inputs.Indices(first + Items, count), i => (uint)i);
        DeviceBuffer<double> shocks = bench.Reals(Factors * Items);
        bench.LaunchScalar(
            new GatherLaunch(Factors, bench.Upload(numbers), first, count, bench.Upload(inputs.AnyBits(Factors * count)), Items, shocks), Items);
        return bench.Read(shocks);
    }

    /// <summary>Moves of half the factors take the exponential to where it overflows and vanishes.</summary>
    private static double[] Move(SelfTestBench bench)
    {
        const int rows = 24, factors = 8;
        var inputs = new SelfTestInputs(12);
        double[] shocks = [.. inputs.RealsAndExtremes(factors / 2 * Items, -720, 720), .. inputs.RealsAndExtremes(factors / 2 * Items, -1, 1)];
        DeviceBuffer<double> logs = bench.Reals(rows * Items), ratios = bench.Reals(rows * Items);
        bench.Launch(
            new MoveLaunch(bench.Upload(inputs.Indices(2 * rows, factors)), bench.Upload(inputs.Reals(2 * rows, -1.5, 1.5)), Items, bench.Upload(shocks), logs, ratios),
            Items, rows);
        return [.. bench.Read(logs), .. bench.Read(ratios)];
    }
}

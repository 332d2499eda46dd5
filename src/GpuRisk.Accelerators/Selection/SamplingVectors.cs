using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Accelerators.Selection;

/// <summary>The kernels of normals that are paired, evenly spread or tilted, and of the weights that make up for a tilt.</summary>
internal static class SamplingVectors
{
    private const int Items = 64;
    private const int Rows = 16;

    public static IEnumerable<SelfTestCase> All =>
    [
        new(AntitheticNormalsLaunch.Kernel, "d1e7b7d5a0a53544179783bc60aa21f7af1e34e50ac68d7edff9252a2edbd1e9", Antithetic),
        new(SobolNormalsLaunch.Kernel, "c3f3fda110b8f0b301c8fd217e06190fc7205a610e955684e6d5086703a81cb3", Sobol),
        new(TiltLaunch.Kernel, "738a7714b8d31650fa66040c0705741641ebb783b8a2093a198af6132746b251", Tilt),
        new(LikelihoodRatiosLaunch.Kernel, "5bbaa2c6faf135173600adbcf462658b86bf7e049f952206b41cd850bef6f018", LikelihoodRatios),
    ];

    private static double[] Antithetic(SelfTestBench bench)
    {
        DeviceBuffer<double> normals = bench.Reals(Rows * Items);
        bench.Launch(
            new AntitheticNormalsLaunch(
                bench.Upload(new SelfTestInputs(13).ScenarioNumbers(2 * Items)), FirstScenario: 4, SelfTestInputs.Stream, SelfTestInputs.Key, Items, normals),
            Items, Rows / 2);
        return bench.Read(normals);
    }

    /// <summary>Any direction numbers; the last dimensions have none.</summary>
    private static double[] Sobol(SelfTestBench bench)
    {
        const int dimensions = Rows - 3;
        var inputs = new SelfTestInputs(14);
        var directions = new uint[32 * dimensions];
        for (int i = 0; i < directions.Length; i++)
            directions[i] = (uint)inputs.Bits();
        DeviceBuffer<double> normals = bench.Reals(Rows * Items);
        bench.Launch(
            new SobolNormalsLaunch(
                bench.Upload(inputs.ScenarioNumbers(2 * Items)), FirstScenario: 3, RandomisationBits: 4, FirstDimension: 0, dimensions, Bits: 28,
                bench.Upload(directions), SelfTestInputs.Key, Items, normals),
            Items, Rows);
        return bench.Read(normals);
    }

    private static double[] Tilt(SelfTestBench bench)
    {
        var inputs = new SelfTestInputs(15);
        DeviceBuffer<double> normals = bench.Upload(inputs.RealsAndExtremes(Rows * Items, -9, 9));
        bench.Launch(
            new TiltLaunch(
                bench.Upload(inputs.ScenarioNumbers(2 * Items)), FirstScenario: 1, bench.Upload(inputs.Reals(Rows, -3, 3)), bench.Upload(inputs.Reals(Rows, 0.1, 4)),
                Items, normals),
            Items, Rows);
        return bench.Read(normals);
    }

    private static double[] LikelihoodRatios(SelfTestBench bench)
    {
        const int count = 3, items = 8 * Items;
        var inputs = new SelfTestInputs(16);
        DeviceBuffer<double> normals = bench.Upload(inputs.RealsAndExtremes(count * items, -5, 5)), weights = bench.Reals(items);
        bench.Launch(
            new LikelihoodRatiosLaunch(count, bench.Upload([0.125, -1.5, .. inputs.Reals(2 * count, -0.5, 0.5)]), items, normals, weights), items, 1);
        return bench.Read(weights);
    }
}

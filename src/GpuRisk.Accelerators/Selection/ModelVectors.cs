using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Accelerators.Selection;

/// <summary>The kernels of models beyond the normal of one step: Student's t, paths, days of a history, mixtures.</summary>
internal static class ModelVectors
{
    private const int Items = 64;
    private const int Factors = 16;

    public static IEnumerable<SelfTestCase> All =>
    [
        new(MixingLaunch.Kernel, "c20f93701567c9955b7393ee73e9bf0e9ac83503a87c541b1c9eb3aa3d7b19b8", Mixing),
        new(ScaleLaunch.Kernel, "e21e70c59a6807e4c979a0ea517d8c4bfd6f590c32240270ff785acc8df625b4", Scale),
        new(MarginalLaunch.Kernel, "31d6f5f017d6fe22d8e676799d88fcb43d294deae525fc5b9837b152e5cab372", Marginal),
        new(AdvanceLaunch.Kernel, "dd1f6ed11c1b135efacbe3b096201dba9a7c4060dcbb70dd2e9a84620af9ca72", Advance),
        new(DrawLaunch.Kernel, "b77a3b2d039a2738f067cdbb0ffec2d9809d387bb6fe5456722a2d2336771ef9", Draw),
        new(UniformsLaunch.Kernel, "9f87a29cd4c9dd4fb5bd87a5cab23b46c68f5bf4f492bd92434010854eb25480", Uniforms),
        new(ChooseLaunch.Kernel, "c097d2f7309e224d5ffc934dca86b71c89c7f3ba34fcfbfc3fd2a0e4a09eb8f8", Choose),
    ];

    /// <summary>Normals within the reach of the series and beyond it.</summary>
    private static double[] Mixing(SelfTestBench bench)
    {
        const int terms = 23;
        var inputs = new SelfTestInputs(17);
        DeviceBuffer<double> normals = bench.Upload(inputs.RealsAndExtremes(Factors * Items, -9, 9));
        bench.Launch(new MixingLaunch(bench.Upload(inputs.Reals(terms, -1, 1)), terms, 1 / 8.5, Items, normals), Items, Factors);
        return bench.Read(normals);
    }

    private static double[] Scale(SelfTestBench bench)
    {
        DeviceBuffer<double> normals = bench.Upload(new SelfTestInputs(18).RealsAndExtremes(Factors * Items, -9, 9));
        bench.Launch(new ScaleLaunch(Factors - 1, Items, normals), Items, Factors - 1);
        return bench.Read(normals);
    }

    /// <summary>Values within the reach of the series and beyond it.</summary>
    private static double[] Marginal(SelfTestBench bench)
    {
        const int terms = 19;
        var inputs = new SelfTestInputs(19);
        DeviceBuffer<double> values = bench.Upload(inputs.RealsAndExtremes(Factors * Items, -60, 60));
        bench.Launch(
            new MarginalLaunch(
                bench.Upload(inputs.Reals(Factors * terms, -0.2, 0.2)), terms, 1 / 4.5, 2 / 5.0, bench.Upload(inputs.Reals(Factors, 0.01, 0.2)), Items, values),
            Items, Factors);
        return bench.Read(values);
    }

    /// <summary>A first step, one between and a last one; what a step leaves in place stands for the next change.</summary>
    private static double[] Advance(SelfTestBench bench)
    {
        const int state = 3, steps = 3;
        var inputs = new SelfTestInputs(20);
        DeviceBuffer<double> scratch = bench.Reals((state + 2 * Factors) * Items), variances = bench.Upload(inputs.Reals(Factors, 0, 0.01));
        DeviceBuffer<double> omega = bench.Upload(inputs.Reals(Factors, 0, 1e-4)), alpha = bench.Upload(inputs.Reals(Factors, 0, 0.2));
        DeviceBuffer<double> beta = bench.Upload(inputs.Reals(Factors, 0.7, 1)), shocks = bench.Upload(inputs.RealsAndExtremes(Factors * Items, -9, 9));
        for (int step = 0; step < steps; step++)
        {
            bench.Launch(
                new AdvanceLaunch(step == 0 ? 1 : 0, step == steps - 1 ? 1 : 0, variances, omega, alpha, beta, state, Items, scratch, shocks), Items, Factors);
        }
        return [.. bench.Read(shocks), .. bench.Read(scratch)];
    }

    private static double[] Draw(SelfTestBench bench)
    {
        const int days = 101;
        var inputs = new SelfTestInputs(21);
        DeviceBuffer<double> shocks = bench.Reals(Factors * Items);
        bench.LaunchScalar(
            new DrawLaunch(
                Factors, bench.Upload(inputs.ScenarioNumbers(2 * Items)), FirstScenario: 5, SelfTestInputs.Stream, SelfTestInputs.Key, days,
                bench.Upload(inputs.AnyBits(Factors * days)), Items, shocks),
            Items);
        return bench.Read(shocks);
    }

    private static double[] Uniforms(SelfTestBench bench)
    {
        const int items = 8 * Items;
        DeviceBuffer<double> uniforms = bench.Reals(items);
        bench.Launch(
            new UniformsLaunch(
                bench.Upload(new SelfTestInputs(22).ScenarioNumbers(items + Items)), FirstScenario: 5, SelfTestInputs.Stream, SelfTestInputs.Key, items, uniforms),
            items, 1);
        return bench.Read(uniforms);
    }

    /// <summary>A component between others, then the last.</summary>
    private static double[] Choose(SelfTestBench bench)
    {
        var inputs = new SelfTestInputs(23);
        DeviceBuffer<double> scratch = bench.Upload([.. inputs.RealsAndExtremes(Items, 0, 1), .. inputs.AnyBits(Factors * Items)]);
        DeviceBuffer<double> shocks = bench.Upload(inputs.AnyBits(Factors * Items));
        bench.Launch(new ChooseLaunch(0.375, Last: 0, Uniform: 0, Kept: 1, Items, scratch, shocks), Items, Factors);
        bench.Launch(new ChooseLaunch(0.75, Last: 1, Uniform: 0, Kept: 1, Items, scratch, shocks), Items, Factors);
        return [.. bench.Read(scratch), .. bench.Read(shocks)];
    }
}

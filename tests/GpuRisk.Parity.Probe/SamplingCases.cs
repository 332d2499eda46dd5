using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Parity.Probe;

/// <summary>The kernels of normals that are paired, evenly spread or tilted.</summary>
internal static class SamplingCases
{
    private const int Items = 256;
    private const ulong Seed = 0xFEDCBA9876543210;

    public static IReadOnlyList<ParityCase> All { get; } =
    [
        new(AntitheticNormalsLaunch.Kernel, 1 << 20, Antithetic),
        new(SobolNormalsLaunch.Kernel, 1 << 20, Sobol),
        new(TiltLaunch.Kernel, 1 << 20, Tilt),
        new(LikelihoodRatiosLaunch.Kernel, 1 << 20, LikelihoodRatios),
    ];

    private static int Rows(int size) => Math.Max(2, (size + Items - 1) / Items);

    private static ulong[] Antithetic(Accelerator accelerator, int size)
    {
        using var work = new Workspace(accelerator);
        int pairs = Rows(size) / 2;
        DeviceBuffer<double> normals = work.Reals(2L * pairs * Items);
        work.Launch(new AntitheticNormalsLaunch(work.Upload(Numbers(31)), FirstScenario: 5, Stream: 0x80000001, Seed, Items, normals), Items, pairs);
        return Bits.Of(work.Read(normals));
    }

    /// <summary>Any direction numbers; dimensions without them among the others.</summary>
    private static ulong[] Sobol(Accelerator accelerator, int size)
    {
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(32);
        int rows = Rows(size), dimensions = rows - rows / 4;
        uint[] directions = [.. Enumerable.Range(0, 32 * dimensions).Select(_ => (uint)inputs.Bits())];
        DeviceBuffer<double> normals = work.Reals((long)rows * Items);
        work.Launch(
            new SobolNormalsLaunch(
                work.Upload(Numbers(33)), FirstScenario: 3, RandomisationBits: 4, FirstDimension: 0, dimensions, Bits: 28, work.Upload(directions), Seed, Items, normals),
            Items, rows);
        return Bits.Of(work.Read(normals));
    }

    private static ulong[] Tilt(Accelerator accelerator, int size)
    {
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(34);
        int rows = Rows(size);
        DeviceBuffer<double> held = work.Upload(inputs.RealsAndExtremes((long)rows * Items, -9, 9));
        work.Launch(
            new TiltLaunch(work.Upload(Numbers(35)), FirstScenario: 1, work.Upload(inputs.Reals(rows, -3, 3)), work.Upload(inputs.Reals(rows, 0.1, 4)), Items, held),
            Items, rows);
        return Bits.Of(work.Read(held));
    }

    private static ulong[] LikelihoodRatios(Accelerator accelerator, int size)
    {
        const int count = 8;
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(37);
        int items = (size + Items - 1) / Items * Items;
        DeviceBuffer<double> normals = work.Upload(inputs.RealsAndExtremes((long)count * items, -5, 5)), weights = work.Reals(items);
        double[] coefficients = [0.125, -1.5, .. inputs.Reals(2 * count, -0.5, 0.5)];
        work.Launch(new LikelihoodRatiosLaunch(count, work.Upload(coefficients), items, normals, weights), items, 1);
        return Bits.Of(work.Read(weights));
    }

    private static uint[] Numbers(ulong seed)
    {
        var inputs = new Inputs(seed);
        return [.. Enumerable.Range(0, 2 * Items).Select(i => i % 3 == 0 ? (uint)inputs.Bits() : uint.MaxValue - (uint)i)];
    }
}

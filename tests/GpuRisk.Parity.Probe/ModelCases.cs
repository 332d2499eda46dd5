using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Parity.Probe;

/// <summary>The kernels of scenario models beyond the normal of one step.</summary>
internal static class ModelCases
{
    private const int Items = 256;
    private const int Factors = 24;
    private const ulong Seed = 0xFEDCBA9876543210;
    private const uint Stream = 0x80000001;

    public static IReadOnlyList<ParityCase> All { get; } =
    [
        new(CombineLaunch.Kernel, 1 << 20, Combine),
        new(MixingLaunch.Kernel, 1 << 20, Mixing),
        new(ScaleLaunch.Kernel, 1 << 20, Scale),
        new(MarginalLaunch.Kernel, 1 << 20, Marginal),
        new(AdvanceLaunch.Kernel, 1 << 20, Advance),
        new(DrawLaunch.Kernel, 1 << 20, Draw),
        new(UniformsLaunch.Kernel, 1 << 20, Uniforms),
        new(ChooseLaunch.Kernel, 1 << 20, Choose),
    ];

    private static int ItemsOf(int size) => (size + Factors * Items - 1) / (Factors * Items) * Items;

    private static ulong[] Combine(Accelerator accelerator, int size)
    {
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(31);
        int items = ItemsOf(size);
        double[] normals = inputs.RealsAndExtremes((long)Factors * items, -9, 9);
        DeviceBuffer<double> shocks = work.Reals(normals.Length);
        work.Launch(
            new CombineLaunch(Factors, work.Upload(inputs.Reals(Factors * Factors, -0.1, 0.1)), items, work.Upload(normals), shocks), items, Factors);
        return Bits.Of(work.Read(shocks));
    }

    /// <summary>Normals beyond the reach and extremes among them.</summary>
    private static ulong[] Mixing(Accelerator accelerator, int size)
    {
        const int terms = 41;
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(32);
        int items = ItemsOf(size);
        DeviceBuffer<double> normals = work.Upload(inputs.RealsAndExtremes((long)Factors * items, -9, 9));
        work.Launch(new MixingLaunch(work.Upload(inputs.Reals(terms, -1, 1)), terms, 1 / 8.5, items, normals), items, Factors);
        return Bits.Of(work.Read(normals));
    }

    private static ulong[] Scale(Accelerator accelerator, int size)
    {
        using var work = new Workspace(accelerator);
        int items = ItemsOf(size);
        DeviceBuffer<double> normals = work.Upload(new Inputs(33).RealsAndExtremes((long)Factors * items, -9, 9));
        work.Launch(new ScaleLaunch(Factors - 1, items, normals), items, Factors - 1);
        return Bits.Of(work.Read(normals));
    }

    private static ulong[] Marginal(Accelerator accelerator, int size)
    {
        const int terms = 37;
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(34);
        int items = ItemsOf(size);
        DeviceBuffer<double> values = work.Upload(inputs.RealsAndExtremes((long)Factors * items, -60, 60));
        work.Launch(
            new MarginalLaunch(
                work.Upload(inputs.Reals(Factors * terms, -0.2, 0.2)), terms, 1 / 4.5, 2 / 5.0, work.Upload(inputs.Reals(Factors, 0.01, 0.2)), items, values),
            items, Factors);
        return Bits.Of(work.Read(values));
    }

    /// <summary>A path of three steps, extremes among its first changes.</summary>
    private static ulong[] Advance(Accelerator accelerator, int size)
    {
        const int state = 3, steps = 3;
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(35);
        int items = ItemsOf(size);
        DeviceBuffer<double> scratch = work.Reals((state + 2L * Factors) * items);
        DeviceBuffer<double> variances = work.Upload(inputs.Reals(Factors, 0, 0.01)), omega = work.Upload(inputs.Reals(Factors, 0, 1e-4));
        DeviceBuffer<double> alpha = work.Upload(inputs.Reals(Factors, 0, 0.2)), beta = work.Upload(inputs.Reals(Factors, 0.7, 1));
        DeviceBuffer<double> shocks = work.Upload(inputs.RealsAndExtremes((long)Factors * items, -9, 9));
        for (int step = 0; step < steps; step++)
        {
            // What one step leaves in the buffer stands for the next change.
            work.Launch(
                new AdvanceLaunch(step == 0 ? 1 : 0, step == steps - 1 ? 1 : 0, variances, omega, alpha, beta, state, items, scratch, shocks), items, Factors);
        }
        return [.. Bits.Of(work.Read(shocks)), .. Bits.Of(work.Read(scratch))];
    }

    private static ulong[] Draw(Accelerator accelerator, int size)
    {
        const int days = 1_009;
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(36);
        int items = ItemsOf(size);
        DeviceBuffer<double> shocks = work.Reals((long)Factors * items);
        work.LaunchScalar(
            new DrawLaunch(Factors, work.Upload(Numbers(inputs, items + 5)), 5, Stream, Seed, days, work.Upload(inputs.AnyBits(Factors * days)), items, shocks),
            items);
        return Bits.Of(work.Read(shocks));
    }

    private static ulong[] Uniforms(Accelerator accelerator, int size)
    {
        using var work = new Workspace(accelerator);
        int items = (size + Items - 1) / Items * Items;
        DeviceBuffer<double> uniforms = work.Reals(items);
        work.Launch(new UniformsLaunch(work.Upload(Numbers(new Inputs(37), items + 5)), 5, Stream, Seed, items, uniforms), items, 1);
        return Bits.Of(work.Read(uniforms));
    }

    /// <summary>The last of three components, then a fourth.</summary>
    private static ulong[] Choose(Accelerator accelerator, int size)
    {
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(38);
        int items = ItemsOf(size);
        DeviceBuffer<double> scratch = work.Upload<double>([.. inputs.Reals(items, 0, 1), .. inputs.AnyBits((long)Factors * items)]);
        DeviceBuffer<double> shocks = work.Upload(inputs.AnyBits((long)Factors * items));
        work.Launch(new ChooseLaunch(0.375, 0, 0, 1, items, scratch, shocks), items, Factors);
        ulong[] kept = Bits.Of(work.Read(scratch));
        work.Launch(new ChooseLaunch(0.75, 1, 0, 1, items, scratch, shocks), items, Factors);
        return [.. kept, .. Bits.Of(work.Read(shocks))];
    }

    private static uint[] Numbers(Inputs inputs, int count) =>
        [.. Enumerable.Range(0, count).Select(i => i % 3 == 0 ? (uint)inputs.Bits() : uint.MaxValue - (uint)i)];
}

using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Parity.Probe;

/// <summary>The kernels from scenario numbers to market moves.</summary>
internal static class ScenarioCases
{
    private const int Items = 256;

    public static IReadOnlyList<ParityCase> All { get; } =
    [
        new(NormalsLaunch.Kernel, 1 << 20, Normals),
        new(CorrelateLaunch.Kernel, 1 << 20, Correlate),
        new(GatherLaunch.Kernel, 1 << 20, Gather),
        new(MoveLaunch.Kernel, 1 << 20, Move),
    ];

    private static int Rows(int size) => (size + Items - 1) / Items;

    private static ulong[] Normals(Accelerator accelerator, int size)
    {
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(2);
        uint[] numbers = [.. Enumerable.Range(0, 2 * Items).Select(i => i % 3 == 0 ? (uint)inputs.Bits() : uint.MaxValue - (uint)i)];
        int pairs = Rows(size) / 2;
        DeviceBuffer<double> normals = work.Reals(2L * pairs * Items);
        work.Launch(new NormalsLaunch(work.Upload(numbers), FirstScenario: 5, Stream: 0x80000001, Seed: 0xFEDCBA9876543210, Items, normals), Items, pairs);
        return Bits.Of(work.Read(normals));
    }

    private static ulong[] Correlate(Accelerator accelerator, int size)
    {
        const int factors = 24;
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(3);
        int items = (size + factors * Items - 1) / (factors * Items) * Items;
        double[] normals = inputs.RealsAndExtremes((long)factors * items, -9, 9);
        DeviceBuffer<double> shocks = work.Reals(normals.Length);
        work.Launch(
            new CorrelateLaunch(factors, work.Upload(inputs.Reals(factors * factors, -0.1, 0.1)), items, work.Upload(normals), shocks), items,
            CorrelateLaunch.RowsOf(factors));
        return Bits.Of(work.Read(shocks));
    }

    private static ulong[] Gather(Accelerator accelerator, int size)
    {
        const int factors = 24, count = 333;
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(4);
        int items = (size + factors * Items - 1) / (factors * Items) * Items;
        uint[] numbers = [.. inputs.Indices(items, count).Select(i => (uint)i)];
        DeviceBuffer<double> shocks = work.Reals((long)factors * items);
        work.LaunchScalar(
            new GatherLaunch(factors, work.Upload(numbers), 0, count, work.Upload(inputs.AnyBits(factors * count)), items, shocks), items);
        return Bits.Of(work.Read(shocks));
    }

    private static ulong[] Move(Accelerator accelerator, int size)
    {
        const int factors = 16;
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(5);
        int rows = (Rows(size) + 1) / 2;
        double[] shocks = [.. inputs.RealsAndExtremes(factors / 2 * Items, -720, 720), .. inputs.RealsAndExtremes(factors / 2 * Items, -1, 1)];
        DeviceBuffer<double> logs = work.Reals((long)rows * Items), ratios = work.Reals((long)rows * Items);
        work.Launch(
            new MoveLaunch(
                work.Upload(inputs.Indices(2L * rows, factors)), work.Upload(inputs.Reals(2L * rows, -1.5, 1.5)), Items, work.Upload(shocks), logs, ratios),
            Items, rows);
        return [.. Bits.Of(work.Read(logs)), .. Bits.Of(work.Read(ratios))];
    }
}

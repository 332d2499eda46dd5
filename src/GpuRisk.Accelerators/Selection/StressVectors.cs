using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Accelerators.Selection;

/// <summary>The kernels that search a window of stress: what they choose decides a whole model.</summary>
internal static class StressVectors
{
    private const int Accounts = 12;

    public static IEnumerable<SelfTestCase> All =>
    [
        new(ShortfallsLaunch.Kernel, "2bb2d570eb1bd98edad9d3972a3e08cf7535449777b5c7f46d219b13d870dc50", Shortfalls),
        new(ShortfallSumsLaunch.Kernel, "298630e77e4b019535376451994857923ee82908f319dc9c157eb78ddef52e54", Sums),
    ];

    /// <summary>Windows of two lengths, some of which have nothing in common with the one before; every third account rounds its profits, so that many are equal.</summary>
    private static double[] Shortfalls(SelfTestBench bench)
    {
        const int windows = 64, depth = 4, scenarios = 400, stride = 411;
        var inputs = new SelfTestInputs(7);
        var starts = new int[windows];
        var ends = new int[windows];
        var rows = new int[windows];
        for (int w = 0; w < windows; w++)
        {
            starts[w] = w == 0 ? 0 : starts[w - 1] + (w % 16 == 0 ? 60 : inputs.Below(3));
            rows[w] = w % 5 == 0 ? 1 : 0;
            ends[w] = Math.Min(scenarios, Math.Max(starts[w] + (rows[w] == 0 ? 40 : 3), w == 0 ? 0 : ends[w - 1]));
        }
        double[] profits = inputs.RealsAndExtremes(Accounts * stride, -1000, 1000);
        for (int i = 0; i < profits.Length; i++)
            profits[i] = i / stride % 3 == 0 ? Math.Round(profits[i] / 50) * 50 : profits[i];
        var buffers = new WindowBuffers(
            windows, depth, bench.Upload(starts), bench.Upload(ends), bench.Upload(rows), bench.Upload(0.3, 0.3, 0.3, 0.1, 0.6, 0.4, 0, 0));
        DeviceBuffer<double> shortfalls = bench.Reals(Accounts * windows);
        bench.LaunchScalar(new ShortfallsLaunch(buffers, 0, stride, bench.Upload(profits), bench.Upload(new int[Accounts * depth]), windows, shortfalls), Accounts);
        return bench.Read(shortfalls);
    }

    private static double[] Sums(SelfTestBench bench)
    {
        const int width = 64, parts = 3;
        var inputs = new SelfTestInputs(8);
        DeviceBuffer<double> sums = bench.Upload(inputs.Reals(parts * width, -1e5, 1e5));
        bench.Launch(
            new ShortfallSumsLaunch(width, Accounts, parts * width, bench.Upload(inputs.RealsAndExtremes(Accounts * parts * width, -1e5, 1e5)), sums), width, parts);
        return bench.Read(sums);
    }
}

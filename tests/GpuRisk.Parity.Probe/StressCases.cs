using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Parity.Probe;

/// <summary>The kernels of the search for a window of stress.</summary>
internal static class StressCases
{
    private const int Accounts = 24;

    public static IReadOnlyList<ParityCase> All { get; } =
        [new(ShortfallsLaunch.Kernel, 1 << 16, Shortfalls), new(ShortfallSumsLaunch.Kernel, 1 << 18, Sums)];

    /// <summary>Windows of two lengths, some that start or end where the one before does, some that have nothing in common with it; profits with ties and extremes.</summary>
    private static ulong[] Shortfalls(Accelerator accelerator, int size)
    {
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(13);
        int windows = Math.Max(40, size / Accounts), stride = (windows + 31) / 32 * 32, depth = 5;
        var starts = new int[windows];
        var ends = new int[windows];
        var rows = new int[windows];
        for (int w = 0; w < windows; w++)
        {
            int start = w > 0 ? starts[w - 1] + (w % 16 == 0 ? 70 : inputs.Below(3)) : 0;
            rows[w] = w % 5 == 0 ? 1 : 0;
            starts[w] = start;
            ends[w] = Math.Max(start + (rows[w] == 0 ? 60 : 3), w > 0 ? ends[w - 1] : 0);
        }
        int scenarios = ends[^1], blockStride = scenarios + 7;
        double[] profits = inputs.RealsAndExtremes((long)Accounts * blockStride, -1000, 1000);
        for (int i = 0; i < profits.Length; i++)
            profits[i] = i / blockStride % 3 == 0 ? Math.Round(profits[i] / 50) * 50 : profits[i];
        var buffers = new WindowBuffers(
            windows, depth, work.Upload(starts), work.Upload(ends), work.Upload(rows), work.Upload([0.25, 0.25, 0.25, 0.2, 0.05, 0.7, 0.3, 0, 0, 0]));
        DeviceBuffer<double> shortfalls = work.Reals((long)(Accounts - 1) * stride);
        work.LaunchScalar(
            new ShortfallsLaunch(buffers, 1, blockStride, work.Upload(profits), work.Upload(new int[(Accounts - 1) * depth]), stride, shortfalls), Accounts - 1);
        return Bits.Of(work.Read(shortfalls));
    }

    private static ulong[] Sums(Accelerator accelerator, int size)
    {
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(14);
        const int width = 64;
        int rows = Math.Max(2, size / Accounts / width), stride = rows * width;
        DeviceBuffer<double> sums = work.Upload(inputs.Reals(stride, -1e6, 1e6));
        work.Launch(new ShortfallSumsLaunch(width, Accounts, stride, work.Upload(inputs.RealsAndExtremes((long)Accounts * stride, -1e6, 1e6)), sums), width, rows);
        return Bits.Of(work.Read(sums));
    }
}

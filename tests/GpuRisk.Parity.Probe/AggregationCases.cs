using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Parity.Probe;

/// <summary>The kernels that sum over positions.</summary>
internal static class AggregationCases
{
    private const int Instruments = 96;

    public static IReadOnlyList<ParityCase> All { get; } =
    [
        new(AccountsLaunch<Binary64>.Kernel, 1 << 20, Accounts<Binary64>), new(AccountsLaunch<Binary32>.Kernel, 1 << 20, Accounts<Binary32>),
        new(TotalsLaunch.Kernel, 1 << 18, Totals), new(ContributionsLaunch.Kernel, 1 << 18, Contributions),
    ];

    private static ulong[] Accounts<E>(Accelerator accelerator, int size)
        where E : struct, IElement
    {
        const int tile = 96, block = 16, blockStride = 160, blockOffset = 64;
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(8);
        int accounts = Math.Max(1, size / tile);
        int[] rowStart = RowStart(inputs, accounts, 40);
        DeviceBuffer<double> sums = work.Reals((long)accounts * blockStride);
        work.Launch(
            new AccountsLaunch<E>(
                tile / 2, block, accounts, work.Upload(rowStart), work.Upload(inputs.Indices(rowStart[^1], Instruments)),
                work.Upload(inputs.Reals(rowStart[^1], -1000, 1000)), tile, work.UploadElements<E>(Profits(inputs, tile)), blockStride, blockOffset, sums),
            tile / 2, (accounts + block - 1) / block);
        return Bits.Of(work.Read(sums));
    }

    private static ulong[] Totals(Accelerator accelerator, int size)
    {
        const int tile = 96, block = 5, blockStride = 160, blockOffset = 64;
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(13);
        int accounts = Math.Max(1, size / tile);
        var start = new int[accounts + 1];
        for (int a = 0; a < accounts; a++)
            start[a + 1] = start[a] + 1 + inputs.Below(6);
        DeviceBuffer<double> totals = work.Reals((long)accounts * blockStride);
        work.Launch(
            new TotalsLaunch(
                block, accounts, work.Upload(start), tile, work.Upload(inputs.RealsAndExtremes((long)start[^1] * tile, -1e5, 1e5)), blockStride, blockOffset, totals),
            tile, (accounts + block - 1) / block);
        return Bits.Of(work.Read(totals));
    }

    private static ulong[] Contributions(Accelerator accelerator, int size)
    {
        const int stride = 96;
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(9);
        int accounts = Math.Max(1, size / 20);
        int[] rowStart = RowStart(inputs, accounts, 40), entryStart = RowStart(inputs, accounts, 25);
        DeviceBuffer<double> sums = work.Upload(inputs.Reals(rowStart[^1], -1, 1));
        work.LaunchScalar(
            new ContributionsLaunch(
                work.Upload(rowStart), work.Upload(inputs.Indices(rowStart[^1], Instruments)), work.Upload(entryStart),
                work.Upload(inputs.Indices(entryStart[^1], stride)), work.Upload(inputs.Reals(entryStart[^1], 0, 1)), stride,
                work.Upload(Profits(inputs, stride)), sums),
            accounts);
        return Bits.Of(work.Read(sums));
    }

    /// <summary>Ordinary profits, but for the first two instruments, of which some are extreme.</summary>
    private static double[] Profits(Inputs inputs, int stride) =>
        [.. inputs.RealsAndExtremes(2 * stride, -1e5, 1e5), .. inputs.Reals((Instruments - 2) * stride, -1e5, 1e5)];

    /// <summary>Rows of 0 to <paramref name="longest"/> - 1 entries.</summary>
    private static int[] RowStart(Inputs inputs, int rows, int longest)
    {
        var start = new int[rows + 1];
        for (int i = 0; i < rows; i++)
            start[i + 1] = start[i] + inputs.Below(longest);
        return start;
    }
}

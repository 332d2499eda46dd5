using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Parity.Probe;

/// <summary>The kernels that price.</summary>
internal static class RevaluationCases
{
    private const int Items = 64;
    private const int MarketRows = 48;
    private const int MarketStride = 160;
    private const int MarketOffset = 64;

    public static IReadOnlyList<ParityCase> All { get; } =
    [
        new(OptionsLaunch<Binary64>.Kernel, 1 << 20, Options<Binary64>), new(OptionsLaunch<Binary32>.Kernel, 1 << 20, Options<Binary32>),
        new(LinearLaunch<Binary64>.Kernel, 1 << 20, Linear<Binary64>), new(LinearLaunch<Binary32>.Kernel, 1 << 20, Linear<Binary32>),
    ];

    /// <summary>Terms from in to far out of the money, from an hour to years, with extremes of every term.</summary>
    private static ulong[] Options<E>(Accelerator accelerator, int size)
        where E : struct, IElement
    {
        const int block = 7;
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(6);
        int options = Math.Max(1, size / Items);
        double[] logs = inputs.RealsAndExtremes(MarketRows * MarketStride, -3, 3);
        double[] ratios = inputs.RealsAndExtremes(MarketRows * MarketStride, 0.05, 4);
        DeviceBuffer profits = work.Elements<E>((long)options * Items);
        work.Launch(
            new OptionsLaunch<E>(
                block, options, work.Upload(OptionReals(inputs, options)), work.Upload(inputs.Indices(options * RevaluationKernels.OptionRows, MarketRows)),
                MarketStride, MarketOffset, work.Upload(logs), work.Upload(ratios), Items, profits),
            Items, (options + block - 1) / block);
        return work.Bits(profits);
    }

    private static double[] OptionReals(Inputs inputs, int options)
    {
        double[] reals = inputs.RealsAndExtremes((long)options * RevaluationKernels.OptionReals, -2, 2);
        for (int i = 0; i < options; i++)
        {
            if (i % 4 == 0)
                continue; // Whatever came: no option, but the kernel's bits all the same.
            double deviation = inputs.Between(0.001, 1) * inputs.Between(0.01, 3), w = i % 2 == 0 ? 1 : -1;
            double[] terms = [inputs.Between(-1, 1), w / deviation, w * deviation / 4, inputs.Between(0.2, 5), w * inputs.Between(1, 1e5), inputs.Between(-1e4, 1e4)];
            terms.CopyTo(reals, i * RevaluationKernels.OptionReals);
        }
        return reals;
    }

    private static ulong[] Linear<E>(Accelerator accelerator, int size)
        where E : struct, IElement
    {
        const int firstProfit = 3;
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(7);
        int contracts = Math.Max(1, size / Items);
        DeviceBuffer profits = work.Elements<E>((firstProfit + (long)contracts) * Items);
        work.Launch(
            new LinearLaunch<E>(
                firstProfit, work.Upload(inputs.RealsAndExtremes((long)contracts * RevaluationKernels.LinearReals, -1e6, 1e6)),
                work.Upload(inputs.Indices(contracts * RevaluationKernels.LinearRows, MarketRows)), MarketStride, MarketOffset,
                work.Upload(inputs.RealsAndExtremes(MarketRows * MarketStride, 0, 3)), Items, profits),
            Items, contracts);
        return work.Bits(profits);
    }
}

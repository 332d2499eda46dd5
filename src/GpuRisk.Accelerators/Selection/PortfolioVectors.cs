using GpuRisk.Accelerators.Launches;
using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Selection;

/// <summary>The kernels that a run spends its time in: prices of instruments, sums over positions.</summary>
internal static class PortfolioVectors
{
    private const int Items = 64;
    private const int MarketRows = 16;

    public static IEnumerable<SelfTestCase> All =>
    [
        new(OptionsLaunch<Binary64>.Kernel, "c325ad0316ff00c8d34402efe3383e245cda625e97b044548c13d4df4e7582c7", Options<Binary64>),
        new(OptionsLaunch<Binary32>.Kernel, "43ccba45d9e5854661c924aa197055b91120ed25eec2b2a22a31cbaf22a294e9", Options<Binary32>),
        new(LinearLaunch<Binary64>.Kernel, "de20d2d58555a615ee33998d068b1322360cb521951cb3ed07854c6e5e976dad", Linear<Binary64>),
        new(LinearLaunch<Binary32>.Kernel, "e9927c1477c289c86b1d93124fe82442f932b59fcfbd7d513357ba9b521616f1", Linear<Binary32>),
        new(AccountsLaunch<Binary64>.Kernel, "89f5b403f4cfacfcf1ee46ff68f4282d02d3e3616b27f84a36ec820cdb8c236a", Accounts<Binary64>),
        new(AccountsLaunch<Binary32>.Kernel, "dd3db5a1451cc568035578b144e3a106ef966020f2a26a05172c55d036ac0819", Accounts<Binary32>),
        new(TotalsLaunch.Kernel, "9acc06a30ed9dde576200f8bdedf1472ed5943d71e934f5c26d1ba71fb8fccdc", Totals),
    ];

    /// <summary>Terms from in to far out of the money, from an hour to years; every fourth record holds whatever came, extremes among it.</summary>
    private static double[] Options<E>(SelfTestBench bench)
        where E : struct, IElement
    {
        const int count = 40, block = 7;
        var inputs = new SelfTestInputs(3);
        double[] logs = inputs.RealsAndExtremes(MarketRows * Items, -3, 3);
        double[] ratios = inputs.RealsAndExtremes(MarketRows * Items, 0.05, 4);
        double[] reals = inputs.RealsAndExtremes(count * RevaluationKernels.OptionReals, -2, 2);
        for (int i = 0; i < count; i++)
        {
            if (i % 4 == 0)
                continue;
            double deviation = inputs.Between(0.001, 1) * inputs.Between(0.01, 3), w = i % 2 == 0 ? 1 : -1;
            double[] terms = [inputs.Between(-1, 1), w / deviation, w * deviation / 4, inputs.Between(0.2, 5), w * inputs.Between(1, 1e5), inputs.Between(-1e4, 1e4)];
            terms.CopyTo(reals, i * RevaluationKernels.OptionReals);
        }
        DeviceBuffer profits = bench.Elements<E>(count * Items);
        bench.Launch(
            new OptionsLaunch<E>(
                block, count, bench.Upload(reals), bench.Upload(inputs.Indices(count * RevaluationKernels.OptionRows, MarketRows)), Items,
                0, bench.Upload(logs), bench.Upload(ratios), Items, profits),
            Items, (count + block - 1) / block);
        return bench.Read(profits);
    }

    /// <summary>Contracts that follow others in the matrix of profits, in a part of the market's moves.</summary>
    private static double[] Linear<E>(SelfTestBench bench)
        where E : struct, IElement
    {
        const int contracts = 32, firstProfit = 3, marketStride = 96, marketOffset = 32;
        var inputs = new SelfTestInputs(27);
        DeviceBuffer profits = bench.Elements<E>((firstProfit + contracts) * Items);
        bench.Launch(
            new LinearLaunch<E>(
                firstProfit, bench.Upload(inputs.RealsAndExtremes(contracts * RevaluationKernels.LinearReals, -1e6, 1e6)),
                bench.Upload(inputs.Indices(contracts * RevaluationKernels.LinearRows, MarketRows)), marketStride, marketOffset,
                bench.Upload(inputs.RealsAndExtremes(MarketRows * marketStride, 0, 3)), Items, profits),
            Items, contracts);
        return bench.Read(profits);
    }

    /// <summary>Accounts of 0 to 29 positions, the last block of accounts cut short; some profits of two instruments are extreme.</summary>
    private static double[] Accounts<E>(SelfTestBench bench)
        where E : struct, IElement
    {
        const int accounts = 40, instruments = 24, block = 16, blockStride = 96, blockOffset = 32;
        var inputs = new SelfTestInputs(4);
        int[] rowStart = inputs.RowStart(accounts, 30);
        double[] profits = [.. inputs.RealsAndExtremes(2 * Items, -1e5, 1e5), .. inputs.Reals((instruments - 2) * Items, -1e5, 1e5)];
        DeviceBuffer<double> sums = bench.Reals(accounts * blockStride);
        bench.Launch(
            new AccountsLaunch<E>(
                Items / 2, block, accounts, bench.Upload(rowStart), bench.Upload(inputs.Indices(rowStart[^1], instruments)),
                bench.Upload(inputs.Reals(rowStart[^1], -1000, 1000)), Items, bench.UploadElements<E>(profits), blockStride, blockOffset, sums),
            Items / 2, (accounts + block - 1) / block);
        return bench.Read(sums);
    }

    /// <summary>Accounts of 1 to 4 segments, the last block of accounts cut short.</summary>
    private static double[] Totals(SelfTestBench bench)
    {
        const int accounts = 20, block = 8, blockStride = 96, blockOffset = 32;
        var inputs = new SelfTestInputs(28);
        int[] accountStart = inputs.RowStart(accounts, 4);
        for (int a = 0; a < accountStart.Length; a++)
            accountStart[a] += a;
        DeviceBuffer<double> totals = bench.Reals(accounts * blockStride);
        bench.Launch(
            new TotalsLaunch(
                block, accounts, bench.Upload(accountStart), Items, bench.Upload(inputs.RealsAndExtremes(accountStart[^1] * Items, -1e5, 1e5)), blockStride, blockOffset,
                totals),
            Items, (accounts + block - 1) / block);
        return bench.Read(totals);
    }
}

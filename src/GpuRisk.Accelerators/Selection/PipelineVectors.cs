using GpuRisk.Accelerators.Launches;
using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Selection;

/// <summary>The kernels that a run spends its time in: normals, prices of options, sums over positions.</summary>
internal static class PipelineVectors
{
    private const int Items = 64;
    private const int MarketRows = 16;

    public static IEnumerable<SelfTestCase> All =>
    [
        new(NormalsLaunch.Kernel, "48cd890529c7643b0c8174a09c8217b177a00b62a0e59bf5ba024e1df57566fe", Normals),
        new(OptionsLaunch<Binary64>.Kernel, "c325ad0316ff00c8d34402efe3383e245cda625e97b044548c13d4df4e7582c7", Options<Binary64>),
        new(OptionsLaunch<Binary32>.Kernel, "43ccba45d9e5854661c924aa197055b91120ed25eec2b2a22a31cbaf22a294e9", Options<Binary32>),
        new(AccountsLaunch<Binary64>.Kernel, "89f5b403f4cfacfcf1ee46ff68f4282d02d3e3616b27f84a36ec820cdb8c236a", Accounts<Binary64>),
        new(AccountsLaunch<Binary32>.Kernel, "dd3db5a1451cc568035578b144e3a106ef966020f2a26a05172c55d036ac0819", Accounts<Binary32>),
    ];

    /// <summary>Scenario numbers small and large, under a seed and a stream that fill their words.</summary>
    private static double[] Normals(SelfTestBench bench)
    {
        const int pairs = 16;
        var inputs = new SelfTestInputs(2);
        uint[] numbers = [.. Enumerable.Range(0, 2 * Items).Select(i => i % 3 == 0 ? (uint)inputs.Bits() : uint.MaxValue - (uint)i)];
        DeviceBuffer<double> normals = bench.Reals(2 * pairs * Items);
        bench.Launch(new NormalsLaunch(bench.Upload(numbers), FirstScenario: 5, Stream: 0x80000001, Seed: 0xFEDCBA9876543210, Items, normals), Items, pairs);
        return bench.Read(normals);
    }

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

    /// <summary>Accounts of 0 to 29 positions, the last block of accounts cut short; some profits of two instruments are extreme.</summary>
    private static double[] Accounts<E>(SelfTestBench bench)
        where E : struct, IElement
    {
        const int accounts = 40, instruments = 24, block = 16, blockStride = 96, blockOffset = 32;
        var inputs = new SelfTestInputs(4);
        var rowStart = new int[accounts + 1];
        for (int a = 0; a < accounts; a++)
            rowStart[a + 1] = rowStart[a] + inputs.Below(30);
        double[] profits = [.. inputs.RealsAndExtremes(2 * Items, -1e5, 1e5), .. inputs.Reals((instruments - 2) * Items, -1e5, 1e5)];
        DeviceBuffer<double> sums = bench.Reals(accounts * blockStride);
        bench.Launch(
            new AccountsLaunch<E>(
                Items / 2, block, accounts, bench.Upload(rowStart), bench.Upload(inputs.Indices(rowStart[^1], instruments)),
                bench.Upload(inputs.Reals(rowStart[^1], -1000, 1000)), Items, bench.UploadElements<E>(profits), blockStride, blockOffset, sums),
            Items / 2, (accounts + block - 1) / block);
        return bench.Read(sums);
    }
}

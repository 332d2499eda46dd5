using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Accelerators.Selection;

/// <summary>The kernels of one account an item: free control flow, which compilers break in ways of their own.</summary>
internal static class TailVectors
{
    private const int Accounts = 12;

    /// <summary>The tails are the same, whether an account is one work item's or shared among many.</summary>
    private const string Tails = "04f6395fc3f37a3d4f86468e739edff585091090f10b1a7a7b60a05dc8362b91";

    public static IEnumerable<SelfTestCase> All =>
    [
        new(TailSelectLaunch.Kernel, Tails, bench => Selected(bench, Select)), new(TailMergeLaunch.Kernel, Tails, bench => Selected(bench, Merge)),
        new(ContributionsLaunch.Kernel, "815ccc421611e990c0e8f8108478a5c1e96b474495e0e0c026ed7dafcbe013b6", Contributions),
    ];

    private readonly record struct Block(int Scenarios, int First, int Stride, DeviceBuffer<double> Profits);

    /// <summary>
    /// Three blocks, the last of them short; every third account rounds its profits, so that many are equal. How candidates lie between two
    /// blocks depends on the width of the lanes, so what counts is how they end.
    /// </summary>
    private static double[] Selected(SelfTestBench bench, Action<SelfTestBench, TailBuffers, Block> take)
    {
        const int stride = 192, keep = 11, capacity = 3 * keep + 16;
        var inputs = new SelfTestInputs(5);
        var open = new double[Accounts];
        Array.Fill(open, double.NaN);
        var tail = new TailBuffers(
            keep, capacity, bench.Reals(Accounts * capacity), bench.Upload(new int[Accounts * capacity]), bench.Upload(new int[Accounts]), bench.Upload(open));
        for (int block = 0; block < 3; block++)
        {
            double[] profits = inputs.RealsAndExtremes(Accounts * stride, -1000, 1000);
            for (int i = 0; i < profits.Length; i++)
                profits[i] = i / stride % 3 == 0 ? Math.Round(profits[i] / 50) * 50 : profits[i];
            take(bench, tail, new Block(block < 2 ? stride : stride - 27, block * stride, stride, bench.Upload(profits)));
        }
        bench.LaunchScalar(new TailFinishLaunch(tail), Accounts);
        double[] counts = bench.Read(tail.Counts), worst = bench.Read(tail.Profits), numbers = bench.Read(tail.Scenarios);
        return
        [
            .. counts,
            .. Enumerable.Range(0, Accounts).SelectMany(a => worst.Skip(a * capacity).Take((int)counts[a]).Concat(numbers.Skip(a * capacity).Take((int)counts[a]))),
        ];
    }

    private static void Select(SelfTestBench bench, TailBuffers tail, Block block) =>
        bench.LaunchScalar(new TailSelectLaunch(tail, block.Scenarios, block.First, block.Stride, block.Profits), Accounts);

    /// <summary>A bound for the first block, then parts that list and an account that merges; lists so short that some parts are gone through again.</summary>
    private static void Merge(SelfTestBench bench, TailBuffers tail, Block block)
    {
        const int groups = 32, parts = 32, room = 1;
        var lists = new PartBuffers(parts, room, bench.Upload(new int[Accounts * parts * room]), bench.Upload(new int[Accounts * parts]));
        if (block.First == 0)
        {
            bench.Launch(new TailMinimaLaunch(tail, groups, block.Scenarios, block.Stride, block.Profits), groups, Accounts);
            bench.LaunchScalar(new TailBoundLaunch(tail, groups), Accounts);
        }
        bench.LaunchScalar(new TailFilterLaunch(tail, lists, block.Scenarios, block.Stride, block.Profits), Accounts * parts);
        bench.LaunchScalar(new TailMergeLaunch(tail, lists, block.Scenarios, block.First, block.Stride, block.Profits), Accounts);
    }

    /// <summary>Accounts of up to 19 positions and 9 scenarios, added to sums that are there already.</summary>
    private static double[] Contributions(SelfTestBench bench)
    {
        const int stride = 32, instruments = 8;
        var inputs = new SelfTestInputs(6);
        int[] positions = inputs.RowStart(Accounts, 20), entries = inputs.RowStart(Accounts, 10);
        DeviceBuffer<double> sums = bench.Upload(inputs.Reals(positions[^1], -1, 1));
        bench.LaunchScalar(
            new ContributionsLaunch(
                bench.Upload(positions), bench.Upload(inputs.Indices(positions[^1], instruments)), bench.Upload(entries),
                bench.Upload(inputs.Indices(entries[^1], stride)), bench.Upload(inputs.Reals(entries[^1], 0, 1)), stride,
                bench.Upload(inputs.Reals(instruments * stride, -1e5, 1e5)), sums),
            Accounts);
        return bench.Read(sums);
    }
}

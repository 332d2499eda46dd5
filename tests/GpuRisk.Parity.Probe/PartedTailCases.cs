using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Parity.Probe;

/// <summary>The kernels of the tail in steps, one after the other: each case ends where its kernel has run.</summary>
internal static class PartedTailCases
{
    private const int Accounts = 24;
    private const int Parts = 32;
    private const int Room = 6;

    public static IReadOnlyList<ParityCase> All { get; } =
    [
        new(TailMinimaLaunch.Kernel, 1 << 20, Minima), new(TailBoundLaunch.Kernel, 1 << 20, Bound), new(TailFilterLaunch.Kernel, 1 << 20, Filter),
        new(TailMergeLaunch.Kernel, 1 << 20, Merge),
    ];

    private static ulong[] Minima(Accelerator accelerator, int size)
    {
        using var state = new State(accelerator, size);
        state.Minima();
        double[] values = state.Work.Read(state.Tail.Profits);
        return Bits.Of([.. Enumerable.Range(0, Accounts).SelectMany(a => values.AsSpan(a * state.Tail.Capacity, state.Groups).ToArray())]);
    }

    private static ulong[] Bound(Accelerator accelerator, int size)
    {
        using var state = new State(accelerator, size);
        state.Minima();
        state.Bound();
        return [.. Bits.Of(state.Work.Read(state.Tail.Thresholds)), .. Bits.Of(state.Work.Read(state.Tail.Profits))];
    }

    private static ulong[] Filter(Accelerator accelerator, int size)
    {
        using var state = new State(accelerator, size);
        state.Minima();
        state.Bound();
        state.Filter();
        return [.. Bits.Of(state.Work.Read(state.Lists.Counts)), .. Bits.Of(state.Work.Read(state.Lists.Found))];
    }

    /// <summary>Two blocks: a bounded one, and one that finds the thresholds of the first.</summary>
    private static ulong[] Merge(Accelerator accelerator, int size)
    {
        using var state = new State(accelerator, size);
        state.Minima();
        state.Bound();
        state.Filter();
        state.Merge(0);
        state.Filter();
        state.Merge(state.Scenarios);
        return TailCases.Finished(state.Work, state.Tail, Accounts);
    }

    /// <summary>Accounts of which every third rounds its profits, so that many are equal, and buffers for their tails.</summary>
    private sealed class State : IDisposable
    {
        private readonly int stride;
        private readonly DeviceBuffer<double> profits;

        public State(Accelerator accelerator, int size)
        {
            Work = new Workspace(accelerator);
            var inputs = new Inputs(12);
            stride = Math.Max(320, size / Accounts / 32 * 32);
            Scenarios = stride - 27;
            int keep = stride / 40 + 6;
            Tail = TailCases.Buffers(Work, Accounts, keep);
            Groups = Tail.Capacity / 32 * 32;
            Lists = new PartBuffers(Parts, Room, Work.Upload(new int[Accounts * Parts * Room]), Work.Upload(new int[Accounts * Parts]));
            double[] values = inputs.RealsAndExtremes((long)Accounts * stride, -1000, 1000);
            for (int i = 0; i < values.Length; i++)
                values[i] = i / stride % 3 == 0 ? Math.Round(values[i] / 50) * 50 : values[i];
            profits = Work.Upload(values);
        }

        public Workspace Work { get; }

        public TailBuffers Tail { get; }

        public PartBuffers Lists { get; }

        public int Groups { get; }

        public int Scenarios { get; }

        public void Minima() => Work.Launch(new TailMinimaLaunch(Tail, Groups, Scenarios, stride, profits), Groups, Accounts);

        public void Bound() => Work.LaunchScalar(new TailBoundLaunch(Tail, Groups), Accounts);

        public void Filter() => Work.LaunchScalar(new TailFilterLaunch(Tail, Lists, Scenarios, stride, profits), Accounts * Parts);

        public void Merge(int firstScenario) => Work.LaunchScalar(new TailMergeLaunch(Tail, Lists, Scenarios, firstScenario, stride, profits), Accounts);

        public void Dispose() => Work.Dispose();
    }
}

using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Launches;

/// <summary>The candidates of every account, <see cref="Capacity"/> a piece, of which <see cref="Keep"/> remain.</summary>
public readonly record struct TailBuffers(
    int Keep, int Capacity, DeviceBuffer<double> Profits, DeviceBuffer<int> Scenarios, DeviceBuffer<int> Counts, DeviceBuffer<double> Thresholds);

/// <summary>Items: accounts. See <see cref="TailKernels.Select"/>.</summary>
public readonly record struct TailSelectLaunch(
    TailBuffers Tail, int Scenarios, int FirstScenario, int BlockStride, DeviceBuffer<double> AccountProfits) : IScalarLaunch
{
    public static string Kernel => "TailKernels.Select";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Tail.Keep);
        arguments.Add(Tail.Capacity);
        arguments.Add(Scenarios);
        arguments.Add(FirstScenario);
        arguments.Add(BlockStride);
        arguments.Add(AccountProfits);
        arguments.Add(AccountProfits);
        arguments.Add(Tail.Profits);
        arguments.Add(Tail.Profits);
        arguments.Add(Tail.Scenarios);
        arguments.Add(Tail.Counts);
        arguments.Add(Tail.Thresholds);
    }

    public unsafe void Run<R, W>(int item)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        TailKernels.Select(
            item, Tail.Keep, Tail.Capacity, Scenarios, FirstScenario, BlockStride, new Reals<R, W>((void*)AccountProfits.Handle),
            new Table<double>((double*)AccountProfits.Handle), new Reals<R, W>((void*)Tail.Profits.Handle), new Column<double>((double*)Tail.Profits.Handle), new Column<int>((int*)Tail.Scenarios.Handle), new Column<int>((int*)Tail.Counts.Handle),
            new Column<double>((double*)Tail.Thresholds.Handle));
}

/// <summary>Items: accounts. See <see cref="TailKernels.Finish"/>.</summary>
public readonly record struct TailFinishLaunch(TailBuffers Tail) : IScalarLaunch
{
    public static string Kernel => "TailKernels.Finish";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Tail.Keep);
        arguments.Add(Tail.Capacity);
        arguments.Add(Tail.Profits);
        arguments.Add(Tail.Scenarios);
        arguments.Add(Tail.Counts);
    }

    public unsafe void Run<R, W>(int item)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        TailKernels.Finish(
            item, Tail.Keep, Tail.Capacity, new Column<double>((double*)Tail.Profits.Handle), new Column<int>((int*)Tail.Scenarios.Handle),
            new Column<int>((int*)Tail.Counts.Handle));
}

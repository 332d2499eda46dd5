using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Launches;

/// <summary>What each part of an account's scenarios found: <see cref="Parts"/> lists an account, with room for <see cref="Room"/> scenarios each.</summary>
public readonly record struct PartBuffers(int Parts, int Room, DeviceBuffer<int> Found, DeviceBuffer<int> Counts);

/// <summary>Items: groups of scenarios; rows: accounts. See <see cref="PartedTailKernels.Minima"/>.</summary>
public readonly record struct TailMinimaLaunch(
    TailBuffers Tail, int Groups, int Scenarios, int BlockStride, DeviceBuffer<double> AccountProfits) : ILaneLaunch
{
    public static string Kernel => "PartedTailKernels.Minima";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Groups);
        arguments.Add(Tail.Capacity);
        arguments.Add(Scenarios);
        arguments.Add(BlockStride);
        arguments.Add(AccountProfits);
        arguments.Add(Tail.Profits);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        PartedTailKernels.Minima(
            item, row, Groups, Tail.Capacity, Scenarios, BlockStride, new Reals<R, W>((void*)AccountProfits.Handle), new Reals<R, W>((void*)Tail.Profits.Handle));
}

/// <summary>Items: accounts. See <see cref="PartedTailKernels.Bound"/>.</summary>
public readonly record struct TailBoundLaunch(
    TailBuffers Tail, int Groups) : IScalarLaunch
{
    public static string Kernel => "PartedTailKernels.Bound";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Groups);
        arguments.Add(Tail.Keep);
        arguments.Add(Tail.Capacity);
        arguments.Add(Tail.Profits);
        arguments.Add(Tail.Thresholds);
    }

    public unsafe void Run<R, W>(int item)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        PartedTailKernels.Bound(
            item, Groups, Tail.Keep, Tail.Capacity, new Column<double>((double*)Tail.Profits.Handle), new Column<double>((double*)Tail.Thresholds.Handle));
}

/// <summary>Items: parts of accounts. See <see cref="PartedTailKernels.Filter"/>.</summary>
public readonly record struct TailFilterLaunch(
    TailBuffers Tail, PartBuffers Lists, int Scenarios, int BlockStride, DeviceBuffer<double> AccountProfits) : IScalarLaunch
{
    public static string Kernel => "PartedTailKernels.Filter";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Lists.Parts);
        arguments.Add(Lists.Room);
        arguments.Add(Scenarios);
        arguments.Add(BlockStride);
        arguments.Add(AccountProfits);
        arguments.Add(Tail.Thresholds);
        arguments.Add(Lists.Found);
        arguments.Add(Lists.Counts);
    }

    public unsafe void Run<R, W>(int item)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        PartedTailKernels.Filter(
            item, Lists.Parts, Lists.Room, Scenarios, BlockStride, new Table<double>((double*)AccountProfits.Handle),
            new Table<double>((double*)Tail.Thresholds.Handle), new Column<int>((int*)Lists.Found.Handle), new Column<int>((int*)Lists.Counts.Handle));
}

/// <summary>Items: accounts. See <see cref="PartedTailKernels.Merge"/>.</summary>
public readonly record struct TailMergeLaunch(
    TailBuffers Tail, PartBuffers Lists, int Scenarios, int FirstScenario, int BlockStride, DeviceBuffer<double> AccountProfits) : IScalarLaunch
{
    public static string Kernel => "PartedTailKernels.Merge";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Lists.Parts);
        arguments.Add(Lists.Room);
        arguments.Add(Tail.Keep);
        arguments.Add(Tail.Capacity);
        arguments.Add(Scenarios);
        arguments.Add(FirstScenario);
        arguments.Add(BlockStride);
        arguments.Add(AccountProfits);
        arguments.Add(Lists.Found);
        arguments.Add(Lists.Counts);
        arguments.Add(Tail.Profits);
        arguments.Add(Tail.Scenarios);
        arguments.Add(Tail.Counts);
        arguments.Add(Tail.Thresholds);
    }

    public unsafe void Run<R, W>(int item)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        PartedTailKernels.Merge(
            item, Lists.Parts, Lists.Room, Tail.Keep, Tail.Capacity, Scenarios, FirstScenario, BlockStride, new Table<double>((double*)AccountProfits.Handle),
            new Table<int>((int*)Lists.Found.Handle), new Table<int>((int*)Lists.Counts.Handle), new Column<double>((double*)Tail.Profits.Handle),
            new Column<int>((int*)Tail.Scenarios.Handle), new Column<int>((int*)Tail.Counts.Handle), new Column<double>((double*)Tail.Thresholds.Handle));
}

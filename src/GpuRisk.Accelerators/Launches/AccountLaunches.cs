using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Launches;

/// <summary>Rows: blocks of accounts. See <see cref="AggregationKernels.Accounts"/>.</summary>
public readonly record struct AccountsLaunch<E>(
    int Half, int Block, int Accounts, DeviceBuffer<int> RowStart, DeviceBuffer<int> Instruments, DeviceBuffer<double> Quantities, int Stride, DeviceBuffer Profits,
    int BlockStride, int BlockOffset, DeviceBuffer<double> AccountProfits) : ILaneLaunch
    where E : struct, IElement
{
    public static string Kernel { get; } = "AggregationKernels.Accounts." + typeof(E).Name;

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Half);
        arguments.Add(Block);
        arguments.Add(Accounts);
        arguments.Add(RowStart);
        arguments.Add(Instruments);
        arguments.Add(Quantities);
        arguments.Add(Stride);
        arguments.Add(Profits);
        arguments.Add(BlockStride);
        arguments.Add(BlockOffset);
        arguments.Add(AccountProfits);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        AggregationKernels.Accounts(
            item, row, Half, Block, Accounts, new Table<int>((int*)RowStart.Handle), new Table<int>((int*)Instruments.Handle),
            new Table<double>((double*)Quantities.Handle), Stride, new Stored<R, W, E>((void*)Profits.Handle), BlockStride, BlockOffset, new Reals<R, W>((void*)AccountProfits.Handle));
}

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
        arguments.Add(Tail.Scenarios);
        arguments.Add(Tail.Counts);
        arguments.Add(Tail.Thresholds);
    }

    public unsafe void Run<R, W>(int item)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        TailKernels.Select(
            item, Tail.Keep, Tail.Capacity, Scenarios, FirstScenario, BlockStride, new Reals<R, W>((void*)AccountProfits.Handle),
            new Table<double>((double*)AccountProfits.Handle), new Column<double>((double*)Tail.Profits.Handle), new Column<int>((int*)Tail.Scenarios.Handle), new Column<int>((int*)Tail.Counts.Handle),
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

/// <summary>Items: accounts. See <see cref="AttributionKernels.Contributions"/>.</summary>
public readonly record struct ContributionsLaunch(
    DeviceBuffer<int> RowStart, DeviceBuffer<int> Instruments, DeviceBuffer<int> EntryStart, DeviceBuffer<int> Columns, DeviceBuffer<double> Weights,
    int Stride, DeviceBuffer<double> Profits, DeviceBuffer<double> Sums) : IScalarLaunch
{
    public static string Kernel => "AttributionKernels.Contributions";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(RowStart);
        arguments.Add(Instruments);
        arguments.Add(EntryStart);
        arguments.Add(Columns);
        arguments.Add(Weights);
        arguments.Add(Stride);
        arguments.Add(Profits);
        arguments.Add(Sums);
    }

    public unsafe void Run<R, W>(int item)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        AttributionKernels.Contributions(
            item, new Table<int>((int*)RowStart.Handle), new Table<int>((int*)Instruments.Handle), new Table<int>((int*)EntryStart.Handle),
            new Table<int>((int*)Columns.Handle), new Table<double>((double*)Weights.Handle), Stride, new Table<double>((double*)Profits.Handle),
            new Column<double>((double*)Sums.Handle));
}

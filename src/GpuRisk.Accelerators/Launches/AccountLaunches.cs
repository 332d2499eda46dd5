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

/// <summary>Rows: blocks of accounts. See <see cref="AggregationKernels.Totals"/>.</summary>
public readonly record struct TotalsLaunch(
    int Block, int Accounts, DeviceBuffer<int> AccountStart, int Stride, DeviceBuffer<double> Sums, int BlockStride, int BlockOffset,
    DeviceBuffer<double> AccountProfits) : ILaneLaunch
{
    public static string Kernel => "AggregationKernels.Totals";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Block);
        arguments.Add(Accounts);
        arguments.Add(AccountStart);
        arguments.Add(Stride);
        arguments.Add(Sums);
        arguments.Add(BlockStride);
        arguments.Add(BlockOffset);
        arguments.Add(AccountProfits);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        AggregationKernels.Totals(
            item, row, Block, Accounts, new Table<int>((int*)AccountStart.Handle), Stride, new Reals<R, W>((void*)Sums.Handle), BlockStride, BlockOffset,
            new Reals<R, W>((void*)AccountProfits.Handle));
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

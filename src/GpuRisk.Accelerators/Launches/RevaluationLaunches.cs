using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Launches;

/// <summary>Rows: blocks of options. See <see cref="RevaluationKernels.Options"/>.</summary>
public readonly record struct OptionsLaunch<E>(
    int Block, int Count, DeviceBuffer<double> Reals, DeviceBuffer<int> Rows, int MarketStride, int MarketOffset, DeviceBuffer<double> Logs,
    DeviceBuffer<double> Ratios, int Stride, DeviceBuffer Profits) : ILaneLaunch
    where E : struct, IElement
{
    public static string Kernel { get; } = "RevaluationKernels.Options." + typeof(E).Name;

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Block);
        arguments.Add(Count);
        arguments.Add(Reals);
        arguments.Add(Rows);
        arguments.Add(MarketStride);
        arguments.Add(MarketOffset);
        arguments.Add(Logs);
        arguments.Add(Ratios);
        arguments.Add(Stride);
        arguments.Add(Profits);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        RevaluationKernels.Options(
            item, row, Block, Count, new Table<double>((double*)Reals.Handle), new Table<int>((int*)Rows.Handle), MarketStride,
            MarketOffset, new Reals<R, W>((void*)Logs.Handle), new Reals<R, W>((void*)Ratios.Handle), Stride, new Stored<R, W, E>((void*)Profits.Handle));
}

/// <summary>Rows: contracts. See <see cref="RevaluationKernels.Linear"/>.</summary>
public readonly record struct LinearLaunch<E>(
    int FirstProfit, DeviceBuffer<double> Reals, DeviceBuffer<int> Rows, int MarketStride, int MarketOffset, DeviceBuffer<double> Ratios, int Stride,
    DeviceBuffer Profits) : ILaneLaunch
    where E : struct, IElement
{
    public static string Kernel { get; } = "RevaluationKernels.Linear." + typeof(E).Name;

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(FirstProfit);
        arguments.Add(Reals);
        arguments.Add(Rows);
        arguments.Add(MarketStride);
        arguments.Add(MarketOffset);
        arguments.Add(Ratios);
        arguments.Add(Stride);
        arguments.Add(Profits);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        RevaluationKernels.Linear(
            item, row, FirstProfit, new Table<double>((double*)Reals.Handle), new Table<int>((int*)Rows.Handle), MarketStride, MarketOffset,
            new Reals<R, W>((void*)Ratios.Handle), Stride, new Stored<R, W, E>((void*)Profits.Handle));
}

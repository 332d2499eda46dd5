using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Launches;

/// <summary>Rows: blocks of options. See <see cref="RevaluationKernels.Options"/>.</summary>
public readonly record struct OptionsLaunch(
    int Block, int Count, DeviceBuffer<double> Reals, DeviceBuffer<int> Rows, int Stride, DeviceBuffer<double> Logs, DeviceBuffer<double> Ratios,
    DeviceBuffer<double> Profits) : ILaneLaunch
{
    public static string Kernel => "RevaluationKernels.Options";

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        RevaluationKernels.Options(
            item, row, Block, Count, new Table<double>((double*)Reals.Handle), new Table<int>((int*)Rows.Handle), Stride,
            new Reals<R, W>((void*)Logs.Handle), new Reals<R, W>((void*)Ratios.Handle), new Reals<R, W>((void*)Profits.Handle));
}

/// <summary>Rows: contracts. See <see cref="RevaluationKernels.Linear"/>.</summary>
public readonly record struct LinearLaunch(
    int FirstProfit, DeviceBuffer<double> Reals, DeviceBuffer<int> Rows, int Stride, DeviceBuffer<double> Ratios, DeviceBuffer<double> Profits) : ILaneLaunch
{
    public static string Kernel => "RevaluationKernels.Linear";

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        RevaluationKernels.Linear(
            item, row, FirstProfit, new Table<double>((double*)Reals.Handle), new Table<int>((int*)Rows.Handle), Stride,
            new Reals<R, W>((void*)Ratios.Handle), new Reals<R, W>((void*)Profits.Handle));
}

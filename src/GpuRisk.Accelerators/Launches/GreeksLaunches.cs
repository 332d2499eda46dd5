using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Launches;

/// <summary>Items: the instruments of a block; rows: blocks. See <see cref="GreeksKernels.Options"/>.</summary>
public readonly record struct OptionGreeksLaunch(int Block, int Stride, DeviceBuffer<double> Inputs, DeviceBuffer<double> Greeks) : ILaneLaunch
{
    public static string Kernel => "GreeksKernels.Options";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Block);
        arguments.Add(Stride);
        arguments.Add(Inputs);
        arguments.Add(Greeks);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        GreeksKernels.Options(item, row, Block, Stride, new Reals<R, W>((void*)Inputs.Handle), new Reals<R, W>((void*)Greeks.Handle));
}

/// <summary>Items: the instruments of a block; rows: blocks. See <see cref="GreeksKernels.Linears"/>.</summary>
public readonly record struct LinearGreeksLaunch(int Block, int Stride, DeviceBuffer<double> Inputs, DeviceBuffer<double> Greeks) : ILaneLaunch
{
    public static string Kernel => "GreeksKernels.Linears";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Block);
        arguments.Add(Stride);
        arguments.Add(Inputs);
        arguments.Add(Greeks);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        GreeksKernels.Linears(item, row, Block, Stride, new Reals<R, W>((void*)Inputs.Handle), new Reals<R, W>((void*)Greeks.Handle));
}

/// <summary>Items: sums. See <see cref="GreeksKernels.Sums"/>.</summary>
public readonly record struct GreekSumsLaunch(
    DeviceBuffer<int> RowStart, DeviceBuffer<int> Instruments, DeviceBuffer<double> Quantities, DeviceBuffer<double> Greeks, DeviceBuffer<double> Sums) : IScalarLaunch
{
    public static string Kernel => "GreeksKernels.Sums";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(RowStart);
        arguments.Add(Instruments);
        arguments.Add(Quantities);
        arguments.Add(Greeks);
        arguments.Add(Sums);
    }

    public unsafe void Run<R, W>(int item)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        GreeksKernels.Sums(
            item, new Table<int>((int*)RowStart.Handle), new Table<int>((int*)Instruments.Handle), new Table<double>((double*)Quantities.Handle),
            new Table<double>((double*)Greeks.Handle), new Column<double>((double*)Sums.Handle));
}

using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Launches;

/// <summary>Windows of a series of scenarios, and what the worst losses of each count in its expected shortfall.</summary>
/// <param name="Depth">Weights a row.</param>
public readonly record struct WindowBuffers(
    int Windows, int Depth, DeviceBuffer<int> Starts, DeviceBuffer<int> Ends, DeviceBuffer<int> WeightRows, DeviceBuffer<double> Weights);

/// <summary>Items: accounts, counted from the first. See <see cref="StressKernels.Shortfalls"/>.</summary>
public readonly record struct ShortfallsLaunch(
    WindowBuffers Windows, int FirstAccount, int BlockStride, DeviceBuffer<double> AccountProfits, DeviceBuffer<int> Tail, int Stride,
    DeviceBuffer<double> Shortfalls) : IScalarLaunch
{
    public static string Kernel => "StressKernels.Shortfalls";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(FirstAccount);
        arguments.Add(Windows.Windows);
        arguments.Add(Windows.Depth);
        arguments.Add(BlockStride);
        arguments.Add(AccountProfits);
        arguments.Add(Windows.Starts);
        arguments.Add(Windows.Ends);
        arguments.Add(Windows.WeightRows);
        arguments.Add(Windows.Weights);
        arguments.Add(Tail);
        arguments.Add(Stride);
        arguments.Add(Shortfalls);
    }

    public unsafe void Run<R, W>(int item)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        StressKernels.Shortfalls(
            item, FirstAccount, Windows.Windows, Windows.Depth, BlockStride, new Table<double>((double*)AccountProfits.Handle),
            new Table<int>((int*)Windows.Starts.Handle), new Table<int>((int*)Windows.Ends.Handle), new Table<int>((int*)Windows.WeightRows.Handle),
            new Table<double>((double*)Windows.Weights.Handle), new Column<int>((int*)Tail.Handle), Stride, new Column<double>((double*)Shortfalls.Handle));
}

/// <summary>Items: windows of a part; rows: parts of <paramref name="Width"/> windows. See <see cref="StressKernels.Sums"/>.</summary>
public readonly record struct ShortfallSumsLaunch(
    int Width, int Accounts, int Stride, DeviceBuffer<double> Shortfalls, DeviceBuffer<double> Sums) : ILaneLaunch
{
    public static string Kernel => "StressKernels.Sums";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Width);
        arguments.Add(Accounts);
        arguments.Add(Stride);
        arguments.Add(Shortfalls);
        arguments.Add(Sums);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        StressKernels.Sums(
            item, row, Width, Accounts, Stride, new Reals<R, W>((void*)Shortfalls.Handle), new Reals<R, W>((void*)Sums.Handle));
}

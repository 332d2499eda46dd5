using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Launches;

/// <summary>Rows: pairs of factors. See <see cref="ScenarioKernels.Normals"/>.</summary>
public readonly record struct NormalsLaunch(
    DeviceBuffer<uint> Scenarios, int FirstScenario, uint Stream, ulong Seed, int Stride, DeviceBuffer<double> Normals) : ILaneLaunch
{
    public static string Kernel => "ScenarioKernels.Normals";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Scenarios);
        arguments.Add(FirstScenario);
        arguments.Add(Stream);
        arguments.Add((uint)Seed);
        arguments.Add((uint)(Seed >> 32));
        arguments.Add(Stride);
        arguments.Add(Normals);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        ScenarioKernels.Normals(
            item, row, new Words<W>((uint*)Scenarios.Handle), FirstScenario, Stream, (uint)Seed, (uint)(Seed >> 32), Stride,
            new Reals<R, W>((void*)Normals.Handle));
}

/// <summary>Rows: blocks of factors, <see cref="RowsOf"/>. See <see cref="ScenarioKernels.Correlate"/>.</summary>
public readonly record struct CorrelateLaunch(
    int Factors, DeviceBuffer<double> Loadings, int Stride, DeviceBuffer<double> Normals, DeviceBuffer<double> Shocks) : ILaneLaunch
{
    public static string Kernel => "ScenarioKernels.Correlate";

    public static int RowsOf(int factors) => (factors + ScenarioKernels.FactorsARow - 1) / ScenarioKernels.FactorsARow;

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Factors);
        arguments.Add(Loadings);
        arguments.Add(Stride);
        arguments.Add(Normals);
        arguments.Add(Shocks);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        ScenarioKernels.Correlate(
            item, row, Factors, new Table<double>((double*)Loadings.Handle), Stride, new Reals<R, W>((void*)Normals.Handle),
            new Reals<R, W>((void*)Shocks.Handle));
}

/// <summary>Rows: factors. See <see cref="ScenarioKernels.Combine"/>.</summary>
public readonly record struct CombineLaunch(
    int Columns, DeviceBuffer<double> Loadings, int Stride, DeviceBuffer<double> Normals, DeviceBuffer<double> Shocks) : ILaneLaunch
{
    public static string Kernel => "ScenarioKernels.Combine";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Columns);
        arguments.Add(Loadings);
        arguments.Add(Stride);
        arguments.Add(Normals);
        arguments.Add(Shocks);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        ScenarioKernels.Combine(
            item, row, Columns, new Table<double>((double*)Loadings.Handle), Stride, new Reals<R, W>((void*)Normals.Handle),
            new Reals<R, W>((void*)Shocks.Handle));
}

/// <summary>Items: scenarios. See <see cref="ScenarioKernels.Gather"/>.</summary>
public readonly record struct GatherLaunch(
    int Factors, DeviceBuffer<uint> Scenarios, int FirstScenario, int Count, DeviceBuffer<double> Given, int Stride, DeviceBuffer<double> Shocks) : IScalarLaunch
{
    public static string Kernel => "ScenarioKernels.Gather";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Factors);
        arguments.Add(Scenarios);
        arguments.Add(FirstScenario);
        arguments.Add(Count);
        arguments.Add(Given);
        arguments.Add(Stride);
        arguments.Add(Shocks);
    }

    public unsafe void Run<R, W>(int item)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        ScenarioKernels.Gather(
            item, Factors, new Table<uint>((uint*)Scenarios.Handle), FirstScenario, Count, new Table<double>((double*)Given.Handle), Stride,
            new Column<double>((double*)Shocks.Handle));
}

/// <summary>Rows: market rows. See <see cref="MarketKernels.Move"/>.</summary>
public readonly record struct MoveLaunch(
    DeviceBuffer<int> Factors, DeviceBuffer<double> Weights, int Stride, DeviceBuffer<double> Shocks, DeviceBuffer<double> Logs,
    DeviceBuffer<double> Ratios) : ILaneLaunch
{
    public static string Kernel => "MarketKernels.Move";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Factors);
        arguments.Add(Weights);
        arguments.Add(Stride);
        arguments.Add(Shocks);
        arguments.Add(Logs);
        arguments.Add(Ratios);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        MarketKernels.Move(
            item, row, new Table<int>((int*)Factors.Handle), new Table<double>((double*)Weights.Handle), Stride,
            new Reals<R, W>((void*)Shocks.Handle), new Reals<R, W>((void*)Logs.Handle), new Reals<R, W>((void*)Ratios.Handle));
}

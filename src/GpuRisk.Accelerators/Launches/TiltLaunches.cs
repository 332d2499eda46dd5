using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Launches;

/// <summary>Rows: normals. See <see cref="SamplingKernels.Tilt"/>.</summary>
public readonly record struct TiltLaunch(
    DeviceBuffer<uint> Scenarios, int FirstScenario, DeviceBuffer<double> Means, DeviceBuffer<double> Deviations, int Stride,
    DeviceBuffer<double> Normals) : ILaneLaunch
{
    public static string Kernel => "SamplingKernels.Tilt";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Scenarios);
        arguments.Add(FirstScenario);
        arguments.Add(Means);
        arguments.Add(Deviations);
        arguments.Add(Stride);
        arguments.Add(Normals);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        SamplingKernels.Tilt(
            item, row, new Words<W>((uint*)Scenarios.Handle), FirstScenario, new Table<double>((double*)Means.Handle),
            new Table<double>((double*)Deviations.Handle), Stride, new Reals<R, W>((void*)Normals.Handle));
}

/// <summary>One row. See <see cref="SamplingKernels.LikelihoodRatios"/>.</summary>
public readonly record struct LikelihoodRatiosLaunch(
    int Count, DeviceBuffer<double> Coefficients, int Stride, DeviceBuffer<double> Normals, DeviceBuffer<double> Weights) : ILaneLaunch
{
    public static string Kernel => "SamplingKernels.LikelihoodRatios";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Count);
        arguments.Add(Coefficients);
        arguments.Add(Stride);
        arguments.Add(Normals);
        arguments.Add(Weights);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        SamplingKernels.LikelihoodRatios(
            item, row, Count, new Table<double>((double*)Coefficients.Handle), Stride, new Reals<R, W>((void*)Normals.Handle),
            new Reals<R, W>((void*)Weights.Handle));
}

using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Launches;

/// <summary>Row: that of the normal. See <see cref="StudentKernels.Mixing"/>.</summary>
public readonly record struct MixingLaunch(
    DeviceBuffer<double> Series, int Terms, double InverseReach, int Stride, DeviceBuffer<double> Normals) : ILaneLaunch
{
    public static string Kernel => "StudentKernels.Mixing";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Series);
        arguments.Add(Terms);
        arguments.Add(InverseReach);
        arguments.Add(Stride);
        arguments.Add(Normals);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        StudentKernels.Mixing(
            item, row, new Table<double>((double*)Series.Handle), Terms, InverseReach, Stride, new Reals<R, W>((void*)Normals.Handle));
}

/// <summary>Rows: normals. See <see cref="StudentKernels.Scale"/>.</summary>
public readonly record struct ScaleLaunch(
    int By, int Stride, DeviceBuffer<double> Normals) : ILaneLaunch
{
    public static string Kernel => "StudentKernels.Scale";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(By);
        arguments.Add(Stride);
        arguments.Add(Normals);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        StudentKernels.Scale(
            item, row, By, Stride, new Reals<R, W>((void*)Normals.Handle));
}

/// <summary>Rows: factors. See <see cref="StudentKernels.Marginal"/>.</summary>
public readonly record struct MarginalLaunch(
    DeviceBuffer<double> Series, int Terms, double SquareScale, double InverseHalfReach, DeviceBuffer<double> Scales, int Stride, DeviceBuffer<double> Values) : ILaneLaunch
{
    public static string Kernel => "StudentKernels.Marginal";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Series);
        arguments.Add(Terms);
        arguments.Add(SquareScale);
        arguments.Add(InverseHalfReach);
        arguments.Add(Scales);
        arguments.Add(Stride);
        arguments.Add(Values);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        StudentKernels.Marginal(
            item, row, new Table<double>((double*)Series.Handle), Terms, SquareScale, InverseHalfReach, new Table<double>((double*)Scales.Handle), Stride,
            new Reals<R, W>((void*)Values.Handle));
}

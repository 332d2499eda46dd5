using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Launches;

/// <summary>Rows: pairs of normals. See <see cref="SamplingKernels.AntitheticNormals"/>.</summary>
public readonly record struct AntitheticNormalsLaunch(
    DeviceBuffer<uint> Scenarios, int FirstScenario, uint Stream, ulong Seed, int Stride, DeviceBuffer<double> Normals) : ILaneLaunch
{
    public static string Kernel => "SamplingKernels.AntitheticNormals";

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
        SamplingKernels.AntitheticNormals(
            item, row, new Words<W>((uint*)Scenarios.Handle), FirstScenario, Stream, (uint)Seed, (uint)(Seed >> 32), Stride,
            new Reals<R, W>((void*)Normals.Handle));
}

/// <summary>Rows: normals. See <see cref="SamplingKernels.SobolNormals"/>.</summary>
/// <param name="Directions">Of <paramref name="Dimensions"/> dimensions, 32 each; at least one number whatever the dimensions.</param>
public readonly record struct SobolNormalsLaunch(
    DeviceBuffer<uint> Scenarios, int FirstScenario, int RandomisationBits, int FirstDimension, int Dimensions, int Bits, DeviceBuffer<uint> Directions,
    ulong Seed, int Stride, DeviceBuffer<double> Normals) : ILaneLaunch
{
    public static string Kernel => "SamplingKernels.SobolNormals";

    public void Bind<TArguments>(ref TArguments arguments)
        where TArguments : struct, IKernelArguments
    {
        arguments.Add(Scenarios);
        arguments.Add(FirstScenario);
        arguments.Add(RandomisationBits);
        arguments.Add(FirstDimension);
        arguments.Add(Dimensions);
        arguments.Add(Bits);
        arguments.Add(Directions);
        arguments.Add((uint)Seed);
        arguments.Add((uint)(Seed >> 32));
        arguments.Add(Stride);
        arguments.Add(Normals);
    }

    public unsafe void Run<R, W>(int item, int row)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> =>
        SamplingKernels.SobolNormals(
            item, row, new Words<W>((uint*)Scenarios.Handle), FirstScenario, RandomisationBits, FirstDimension, Dimensions, Bits,
            new Table<uint>((uint*)Directions.Handle), (uint)Seed, (uint)(Seed >> 32), Stride, new Reals<R, W>((void*)Normals.Handle));
}

using GpuRisk.Kernels;

namespace GpuRisk.Accelerators.Probe;

/// <summary>Small kernels by which a device is tried: one over items and rows, one over items alone.</summary>
internal static class ProbeKernels
{
    public const string Grid = "Probe.Grid";
    public const string Each = "Probe.Each";

    /// <summary>Adds, so that an element that is visited twice or never shows.</summary>
    private const string Text = """
        #pragma OPENCL EXTENSION cl_khr_fp64 : enable
        #pragma OPENCL FP_CONTRACT OFF
        __kernel void probe_grid(int items, int firstRow, int rows, int stride, uint salt, __global double* sums)
        {
            int item = (int)get_global_id(0);
            int row = (int)get_global_id(1);
            if (item >= items || row >= rows)
                return;
            row += firstRow;
            sums[(size_t)row * stride + item] += 1000.0 * row + item + salt;
        }
        __kernel void probe_each(int items, int firstItem, __global const int* x, __global int* sums)
        {
            int item = (int)get_global_id(0);
            if (item >= items)
                return;
            item += firstItem;
            sums[item] += x[item] + FACTOR * item;
        }
        """;

    public static KernelProgram Program { get; } = WithFactor(2);

    /// <summary>Programs that differ in what <see cref="Each"/> computes.</summary>
    public static KernelProgram WithFactor(int factor) => new(
        FormattableString.Invariant($"#define FACTOR {factor}\n") + Text,
        [
            new KernelSignature(Grid, "probe_grid", HasRows: true,
            [
                new("stride", KernelParameterKind.Int, null, Written: false),
                new("salt", KernelParameterKind.UInt, null, Written: false),
                new("sums", KernelParameterKind.Buffer, "double", Written: true),
            ]),
            new KernelSignature(Each, "probe_each", HasRows: false,
            [
                new("x", KernelParameterKind.Buffer, "int", Written: false),
                new("sums", KernelParameterKind.Buffer, "int", Written: true),
            ]),
        ]);
}

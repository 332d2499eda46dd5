using GpuRisk.Kernels;

namespace GpuRisk.Accelerators;

/// <summary>Translated kernels for one back end: the text, and how to call what is in it.</summary>
/// <remarks>
/// An entry over items and rows takes (int items, int firstRow, int rows, ...) and runs over a grid of at least items x rows; an entry over items
/// alone takes (int items, int firstItem, ...). What follows are the parameters of the <see cref="KernelSignature"/>.
/// </remarks>
internal sealed record KernelProgram(string Text, IReadOnlyList<KernelSignature> Kernels)
{
    public static KernelProgram OpenCl { get; } = new(KernelSource.OpenCl, KernelSource.Kernels);

    public static KernelProgram Cuda { get; } = new(KernelSource.Cuda, KernelSource.Kernels);
}

namespace GpuRisk.Kernels;

/// <summary>What a kernel takes at a launch.</summary>
public enum KernelParameterKind
{
    Int,
    UInt,
    Long,
    ULong,
    Double,
    Buffer,
}

/// <summary>A parameter of a kernel.</summary>
/// <param name="Name">As the C# method names it.</param>
/// <param name="Element">The element of a buffer: double, float, int, uint, long or ulong; null of every other kind.</param>
/// <param name="Written">The kernel writes this buffer. One that is not written must not overlap one that is.</param>
public sealed record KernelParameter(string Name, KernelParameterKind Kind, string? Element, bool Written);

/// <summary>
/// A kernel of <c>KernelSource</c>. Its entry takes ints before the parameters listed here. With rows: the number of items, the first row
/// and the number of rows; the item is the global id x, the row the first row plus the global id y. Without: the number of items and the first
/// item; the item is the first item plus the global id x. Ids past the numbers of items and rows do nothing.
/// </summary>
/// <param name="Name">Type.Method, and the names of type arguments other than lanes: <c>TailKernels.Finish</c>.</param>
/// <param name="Entry">The name of the entry point: <paramref name="Name"/> with underscores for dots.</param>
/// <param name="Parameters">Without item and row.</param>
public sealed record KernelSignature(string Name, string Entry, bool HasRows, IReadOnlyList<KernelParameter> Parameters);

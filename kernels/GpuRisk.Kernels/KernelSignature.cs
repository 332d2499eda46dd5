namespace GpuRisk.Kernels;

/// <summary>What a kernel takes in a place of its parameters.</summary>
public enum KernelParameterKind
{
    Int,
    UInt,
    Long,
    ULong,
    Double,
    Buffer,
}

/// <param name="Element">Of a buffer: <c>double</c>, <c>float</c>, <c>int</c> or <c>uint</c>.</param>
/// <param name="Written">Whether the kernel writes the buffer.</param>
public sealed record KernelParameter(string Name, KernelParameterKind Kind, string? Element, bool Written);

/// <summary>A translated kernel, as hosts see it.</summary>
/// <param name="Name"><c>Class.Method</c>, and the names of its type arguments beside the lanes: <c>Class.Method.Binary32</c>.</param>
/// <param name="Entry">Its name in the translated text.</param>
/// <param name="HasRows">Whether it runs over items and rows, or over items alone.</param>
/// <param name="Parameters">In order, after item and row.</param>
public sealed record KernelSignature(string Name, string Entry, bool HasRows, IReadOnlyList<KernelParameter> Parameters);

namespace GpuRisk.Kernels;

/// <summary>
/// Names what a kernel's type parameters other than lanes stand for, in their order: a device gets a kernel for each of these attributes,
/// named after the arguments.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class KernelInstanceAttribute(params Type[] arguments) : Attribute
{
    public IReadOnlyList<Type> Arguments { get; } = arguments;
}

namespace GpuRisk.Kernels;

/// <summary>Names the type arguments, after the lanes, with which a generic kernel is compiled for devices; once for each combination.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class KernelInstanceAttribute(params Type[] arguments) : Attribute
{
    public IReadOnlyList<Type> Arguments { get; } = arguments;
}

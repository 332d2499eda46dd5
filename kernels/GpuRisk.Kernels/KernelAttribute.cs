namespace GpuRisk.Kernels;

/// <summary>Marks a static method as the body of one work item of a launch.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KernelAttribute : Attribute;

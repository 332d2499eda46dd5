using GpuRisk.Kernels;

namespace GpuRisk.Accelerators.OpenCl;

/// <summary>Hands a launch's arguments to a kernel, behind those that say where in the grid it runs.</summary>
internal unsafe struct OpenClArguments(OpenClContext context, OpenClMemory memory, OpenClKernel kernel) : IKernelArguments
{
    private readonly int grid = kernel.Signature.HasRows ? 3 : 2;
    private int position;

    public void Add(int value)
    {
        ArgumentCheck.Scalar(kernel.Signature, position, KernelParameterKind.Int);
        Set(sizeof(int), &value);
    }

    public void Add(uint value)
    {
        ArgumentCheck.Scalar(kernel.Signature, position, KernelParameterKind.UInt);
        Set(sizeof(uint), &value);
    }

    public void Add(double value)
    {
        ArgumentCheck.Scalar(kernel.Signature, position, KernelParameterKind.Double);
        Set(sizeof(double), &value);
    }

    public void Add(DeviceBuffer buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentCheck.Buffer(kernel.Signature, position, buffer);
        nint handle = buffer.Handle;
        if (!memory.Owns(handle))
            throw new ArgumentException($"{kernel.Signature.Name}: {kernel.Signature.Parameters[position].Name} is not a buffer of {context.Device.Name}.");
        kernel.Bind(position, buffer);
        Set((nuint)sizeof(nint), &handle);
    }

    /// <summary>Throws unless every parameter has its argument.</summary>
    public readonly void Complete() => ArgumentCheck.Complete(kernel.Signature, position);

    private void Set(nuint size, void* value) =>
        context.Check(OpenClApi.SetKernelArg(kernel.Handle, (uint)(grid + position++), size, value), "clSetKernelArg");
}

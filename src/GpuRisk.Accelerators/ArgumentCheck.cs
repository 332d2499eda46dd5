using GpuRisk.Kernels;

namespace GpuRisk.Accelerators;

/// <summary>Holds the arguments of a launch against the kernel's parameters: a driver would take a wrong one and read past its end.</summary>
internal static class ArgumentCheck
{
    public static void Scalar(KernelSignature kernel, int position, KernelParameterKind kind)
    {
        if (Parameter(kernel, position).Kind != kind)
            throw Wrong(kernel, position, kind.ToString());
    }

    public static void Buffer(KernelSignature kernel, int position, DeviceBuffer buffer)
    {
        KernelParameter parameter = Parameter(kernel, position);
        int size = parameter.Element == "double" ? sizeof(double) : sizeof(int);
        if (parameter.Kind != KernelParameterKind.Buffer || buffer.ElementSize != size)
            throw Wrong(kernel, position, $"a buffer of elements of {buffer.ElementSize} bytes");
        ObjectDisposedException.ThrowIf(buffer.Handle == 0, buffer);
    }

    public static void Complete(KernelSignature kernel, int count)
    {
        if (count != kernel.Parameters.Count)
            throw new ArgumentException($"{kernel.Name} takes {kernel.Parameters.Count} arguments, not {count}.");
    }

    private static KernelParameter Parameter(KernelSignature kernel, int position) =>
        position < kernel.Parameters.Count ? kernel.Parameters[position] : throw new ArgumentException($"{kernel.Name} takes {kernel.Parameters.Count} arguments only.");

    private static ArgumentException Wrong(KernelSignature kernel, int position, string given) =>
        new($"{kernel.Name}: {kernel.Parameters[position].Name} is {kernel.Parameters[position].Kind} {kernel.Parameters[position].Element}, not {given}.");
}

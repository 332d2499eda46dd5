using GpuRisk.Kernels;

namespace GpuRisk.Accelerators.Cuda;

/// <summary>The arguments of a launch as the driver takes them: a value of eight bytes each, and where it lies.</summary>
internal unsafe struct CudaArguments : IKernelArguments
{
    private readonly KernelSignature kernel;
    private readonly CudaMemory memory;
    private readonly ulong* values;
    private readonly void** pointers;
    private readonly int leading;
    private int count;

    /// <param name="leading">Values that come before those of the signature: the grid.</param>
    /// <param name="values">Room for all of them; little-endian, so that narrower ones lie at their front.</param>
    public CudaArguments(KernelSignature kernel, CudaMemory memory, int leading, ulong* values, void** pointers)
    {
        this.kernel = kernel;
        this.memory = memory;
        this.leading = leading;
        this.values = values;
        this.pointers = pointers;
    }

    public readonly int Count => count;

    public void Add(int value)
    {
        ArgumentCheck.Scalar(kernel, count, KernelParameterKind.Int);
        Set((uint)value);
    }

    public void Add(uint value)
    {
        ArgumentCheck.Scalar(kernel, count, KernelParameterKind.UInt);
        Set(value);
    }

    public void Add(double value)
    {
        ArgumentCheck.Scalar(kernel, count, KernelParameterKind.Double);
        Set(BitConverter.DoubleToUInt64Bits(value));
    }

    public void Add(DeviceBuffer buffer)
    {
        ArgumentCheck.Buffer(kernel, count, buffer);
        Set(memory.Address(buffer));
    }

    private void Set(ulong value)
    {
        int place = leading + count++;
        values[place] = value;
        pointers[place] = values + place;
    }
}

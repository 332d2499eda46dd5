namespace GpuRisk.Accelerators;

/// <summary>Takes the arguments of a launch, in the order of the kernel's parameters after item and row.</summary>
public interface IKernelArguments
{
    void Add(int value);

    void Add(uint value);

    void Add(double value);

    void Add(DeviceBuffer buffer);
}

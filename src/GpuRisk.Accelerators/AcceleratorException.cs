namespace GpuRisk.Accelerators;

/// <summary>A device failed or cannot be used; the message says which, and what helps.</summary>
public class AcceleratorException : Exception
{
    public AcceleratorException(string message)
        : base(message)
    {
    }

    public AcceleratorException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}

/// <summary>A device has no room for a buffer: a run can go on in smaller blocks.</summary>
public sealed class DeviceMemoryException : AcceleratorException
{
    public DeviceMemoryException(string message)
        : base(message)
    {
    }

    public DeviceMemoryException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

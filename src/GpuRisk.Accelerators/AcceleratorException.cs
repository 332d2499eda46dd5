namespace GpuRisk.Accelerators;

/// <summary>A device failed or is out of memory; the message says which and what helps.</summary>
public sealed class AcceleratorException : Exception
{
    public AcceleratorException(string message)
        : base(message)
    {
    }

    public AcceleratorException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

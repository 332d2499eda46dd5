using System.Globalization;
using GpuRisk.Accelerators;

namespace GpuRisk.Simulation;

/// <summary>The memory budget, or the device's largest buffer, is too small for the run; the message says how much it takes.</summary>
public sealed class MemoryBudgetException(string message) : Exception(message)
{
    /// <summary>A buffer that the device does not allocate, however much of its memory is free.</summary>
    internal static MemoryBudgetException Buffer(Accelerator accelerator, long bytes, string what, string cure) =>
        new(string.Create(
            CultureInfo.InvariantCulture,
            $"{what} take a buffer of {(bytes >> 20) + 1} MiB, and the largest that {accelerator.Name} allocates is {accelerator.LargestBufferBytes >> 20} MiB; {cure}."));
}

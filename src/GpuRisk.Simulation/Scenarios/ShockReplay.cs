using GpuRisk.Accelerators;

namespace GpuRisk.Simulation.Scenarios;

/// <summary>Takes the shocks of <paramref name="count"/> scenarios from <paramref name="first"/> on.</summary>
/// <param name="shocks">That of factor f and scenario first + i at <c>f * stride + i</c>; valid until the call returns.</param>
public delegate void ShockPart(int first, int count, int stride, ReadOnlySpan<double> shocks);

/// <summary>
/// Computes the shocks of every scenario again, from their numbers, and hands them on in ascending scenarios: the same bits as in the
/// simulation, since the shocks of a scenario depend on its number alone.
/// </summary>
public static class ShockReplay
{
    /// <summary>Shocks a block, at most.</summary>
    private const long LargestBlock = 1 << 21;

    /// <param name="memoryBytes">What the buffers of a block may take; the smallest block is taken in any case.</param>
    public static void Run(
        Accelerator accelerator, IScenarioStage scenarios, int count, long memoryBytes, ShockPart write, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(write);
        int factors = scenarios.Factors.Count;
        int block = BlockOf(accelerator, scenarios, count, memoryBytes);
        using DeviceBuffer<uint> numbers = accelerator.Allocate<uint>(block);
        using DeviceBuffer<double> scratch = accelerator.Allocate<double>(Math.Max(1, (long)scenarios.ScratchRows * block));
        using DeviceBuffer<double> shocks = accelerator.Allocate<double>((long)factors * block);
        var values = new double[(long)factors * block];
        var padded = new uint[block];
        for (long first = 0; first < count; first += block)
        {
            int items = (int)Math.Min(block, count - first);
            for (int i = 0; i < block; i++)
                padded[i] = (uint)(first + Math.Min(i, items - 1));
            accelerator.Write<uint>(padded, numbers, 0);
            accelerator.ForEach(1, (queue, _) => scenarios.Launch(queue, numbers, 0, items, block, scratch, shocks), cancellation);
            accelerator.Read(shocks, 0, values.AsSpan());
            write((int)first, items, block, values);
        }
    }

    /// <summary>Scenarios a block: a multiple of the device's granularity.</summary>
    private static int BlockOf(Accelerator accelerator, IScenarioStage scenarios, int count, long memoryBytes)
    {
        int unit = accelerator.ItemGranularity;
        long rows = Math.Max(1, scenarios.Factors.Count + scenarios.ScratchRows);
        long fits = Math.Min(LargestBlock, Math.Min(memoryBytes, accelerator.LargestBufferBytes) / sizeof(double)) / rows;
        return (int)Math.Max(unit, Math.Min(fits / unit, (count - 1L) / unit + 1) * unit);
    }
}

using System.Numerics;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Simulation.Scenarios.Normals.Sobol;

namespace GpuRisk.Simulation.Scenarios.Normals;

/// <summary>
/// Points of Sobol's sequence under independent random scramblings, by inversion: scenario s is point s / R of randomisation s mod R. Each point alone is as
/// good as random; those of one randomisation together fill the space evenly, so that the randomisations' means differ by the error of one, and from them
/// the error of all is known. Normal k of step h is dimension h x count + k; dimensions past the 1,111 that have direction numbers are pseudo-random.
/// </summary>
/// <remarks>Sources: Owen, "Randomly permuted (t,m,s)-nets and (t,s)-sequences" (1995); L'Ecuyer, "Randomized quasi-Monte Carlo: an introduction for practitioners" (2018).</remarks>
public sealed class SobolNormals : INormalSource
{
    private readonly DeviceBuffer<uint> directions;
    private readonly int dimensions;
    private readonly int bits;
    private readonly int randomisationBits;
    private readonly ulong seed;
    private readonly bool lastLeads;

    /// <param name="count">Normals a scenario and step.</param>
    /// <param name="steps">Steps that will be asked for.</param>
    /// <param name="scenarios">How many there are; only numbers below it may be asked for.</param>
    /// <param name="randomisations">R, a power of two.</param>
    /// <param name="lastLeads">Whether a step's last normal has the first of its dimensions, and the others those after.</param>
    public SobolNormals(Accelerator accelerator, int count, int steps, int scenarios, int randomisations, ulong seed, bool lastLeads = false)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        if (!BitOperations.IsPow2(randomisations) || randomisations < 1)
            throw new ArgumentOutOfRangeException(nameof(randomisations), randomisations, "The number of randomisations is a power of two.");
        Count = count;
        this.seed = seed;
        this.lastLeads = lastLeads;
        randomisationBits = BitOperations.Log2((uint)randomisations);
        bits = 32 - BitOperations.LeadingZeroCount((uint)(scenarios - 1) >> randomisationBits);
        dimensions = (int)Math.Min((long)count * steps, DirectionNumbers.LargestDimension);
        uint[] numbers = DirectionNumbers.Of(Math.Max(1, dimensions));
        directions = accelerator.Upload<uint>(Array.ConvertAll(numbers, Reversed));
    }

    public int Count { get; }

    public int Rows => Count;

    public void Launch(LaunchQueue queue, DeviceBuffer<uint> scenarios, int first, int items, int stride, int step, DeviceBuffer<double> normals)
    {
        ArgumentNullException.ThrowIfNull(queue);
        int leading = lastLeads ? 1 : 0;
        queue.Launch(Dimensions(step * Count + leading), items, 0, Count - leading);
        // Row Count - 1 of the launch is the step's first dimension.
        if (lastLeads)
            queue.Launch(Dimensions((step - 1) * Count + 1), items, Count - 1, 1);

        SobolNormalsLaunch Dimensions(int ofRow0) => new(scenarios, first, randomisationBits, ofRow0, dimensions, bits, directions, seed, stride, normals);
    }

    public void Dispose() => directions.Dispose();

    private static uint Reversed(uint value)
    {
        uint reversed = 0;
        for (int b = 0; b < 32; b++)
            reversed |= (value >> b & 1) << (31 - b);
        return reversed;
    }
}

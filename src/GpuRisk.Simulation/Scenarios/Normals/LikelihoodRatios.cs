using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Simulation.Scenarios.Normals;

/// <summary>How likely each scenario of <see cref="TiltedNormals"/> is under the model, over how likely it was to be drawn: what it weighs.</summary>
/// <remarks>
/// A scenario is drawn from a mixture, of the model in every eighth and of the tilted normals elsewhere, so that no weight is above eight, however badly the tilt fits.
/// Source: Hesterberg, "Weighted average importance sampling and defensive mixture distributions" (1995).
/// </remarks>
public static class LikelihoodRatios
{
    /// <summary>Normals a block, at most.</summary>
    private const long LargestBlock = 1 << 20;

    /// <param name="logRatio">Of the tilted density over the model's: constant, then of each normal y the factors of y and of y^2.</param>
    /// <param name="count">Scenarios 0 to count - 1.</param>
    public static double[] Of(Accelerator accelerator, TiltedNormals normals, double[] logRatio, int count, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(normals);
        ArgumentNullException.ThrowIfNull(logRatio);
        int unit = accelerator.ItemGranularity;
        int block = (int)Math.Max(unit, Math.Min(LargestBlock / normals.Rows, (count - 1L) + unit) / unit * unit);
        double plain = (count + TiltedNormals.PlainEvery - 1) / TiltedNormals.PlainEvery;
        var weights = new double[count];
        using DeviceBuffer<double> coefficients = accelerator.Upload<double>([plain / count, .. logRatio]);
        using DeviceBuffer<uint> numbers = accelerator.Allocate<uint>(block);
        using DeviceBuffer<double> scratch = accelerator.Allocate<double>((long)normals.Rows * block);
        using DeviceBuffer<double> ratios = accelerator.Allocate<double>(block);
        var padded = new uint[block];
        for (int first = 0; first < count; first += block)
        {
            int items = Math.Min(block, count - first);
            for (int i = 0; i < block; i++)
                padded[i] = (uint)(first + Math.Min(i, items - 1));
            accelerator.Write<uint>(padded, numbers, 0);
            accelerator.ForEach(1, (queue, _) =>
            {
                normals.Launch(queue, numbers, 0, items, block, 0, scratch);
                queue.Launch(new LikelihoodRatiosLaunch(normals.Count, coefficients, block, scratch, ratios), items, 0, 1);
            }, cancellation);
            accelerator.Read(ratios, 0, weights.AsSpan(first, items));
        }
        return weights;
    }
}

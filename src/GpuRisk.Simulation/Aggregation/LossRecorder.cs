using GpuRisk.Accelerators;

namespace GpuRisk.Simulation.Aggregation;

/// <summary>Keeps every loss: for a few accounts whose whole distribution is wanted.</summary>
public sealed class LossRecorder : IProfitConsumer
{
    private readonly double[][] losses;

    public LossRecorder(int accounts, int scenarios)
    {
        losses = new double[accounts][];
        for (int a = 0; a < accounts; a++)
            losses[a] = new double[scenarios];
    }

    /// <summary>The loss of every scenario of an account.</summary>
    public double[] Of(int account) => losses[account];

    public void Consume(Accelerator accelerator, ProfitBlock block, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        for (int a = 0; a < block.Accounts; a++)
        {
            Span<double> part = losses[a].AsSpan(block.FirstScenario, block.Scenarios);
            accelerator.Read(block.Profits, (long)a * block.Stride, part);
            for (int s = 0; s < part.Length; s++)
                part[s] = -part[s];
        }
    }
}

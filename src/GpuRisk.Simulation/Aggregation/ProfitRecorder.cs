using GpuRisk.Accelerators;

namespace GpuRisk.Simulation.Aggregation;

/// <summary>Keeps every profit: for a few accounts whose whole distribution is wanted.</summary>
public sealed class ProfitRecorder(int accounts, int scenarios) : IProfitConsumer
{
    private readonly double[] profits = new double[(long)accounts * scenarios];

    /// <summary>Profit of every scenario of an account.</summary>
    public ReadOnlySpan<double> Of(int account) => profits.AsSpan(account * scenarios, scenarios);

    public void Consume(Accelerator accelerator, ProfitBlock block, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        for (int a = 0; a < block.Accounts; a++)
            accelerator.Read(block.Profits, (long)a * block.Stride, profits.AsSpan(a * scenarios + block.FirstScenario, block.Scenarios));
    }
}

using GpuRisk.Accelerators;

namespace GpuRisk.Simulation.Aggregation;

/// <summary>Takes profits of an account: of scenario <paramref name="firstScenario"/> and those after it.</summary>
/// <param name="profits">Valid until the call returns.</param>
public delegate void ProfitPart(int account, int firstScenario, ReadOnlySpan<double> profits);

/// <summary>Hands on every profit of every account as the blocks come, and keeps none: for whoever writes them down.</summary>
public sealed class ProfitRecorder(ProfitPart write) : IProfitConsumer
{
    /// <summary>Profits that are brought to the host at a time: enough that what a transfer costs beside them does not count.</summary>
    private const int ProfitsAtOnce = 1 << 17;

    public void Consume(Accelerator accelerator, ProfitBlock block, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        int width = Math.Min(block.Scenarios, ProfitsAtOnce);
        int most = Math.Max(1, ProfitsAtOnce / Math.Max(1, width));
        var profits = new double[Math.Min(most, block.Accounts) * width];
        for (int account = 0; account < block.Accounts; account += most)
        {
            int rows = Math.Min(most, block.Accounts - account);
            for (int offset = 0; offset < block.Scenarios; offset += width)
            {
                cancellation.ThrowIfCancellationRequested();
                int part = Math.Min(width, block.Scenarios - offset);
                accelerator.ReadRows(block.Profits, (long)account * block.Stride + offset, block.Stride, rows, part, profits.AsSpan(0, rows * part));
                for (int row = 0; row < rows; row++)
                    write(account + row, block.FirstScenario + offset, profits.AsSpan(row * part, part));
            }
        }
    }
}

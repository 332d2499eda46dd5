using GpuRisk.Accelerators;

namespace GpuRisk.Simulation.Aggregation;

/// <summary>Profits of all accounts over some scenarios, on the device: account x scenario with the given stride.</summary>
public readonly record struct ProfitBlock(DeviceBuffer<double> Profits, int Accounts, int Stride, int FirstScenario, int Scenarios);

/// <summary>Takes the blocks of a run as they come, in ascending scenarios.</summary>
public interface IProfitConsumer
{
    void Consume(Accelerator accelerator, ProfitBlock block, CancellationToken cancellation);
}

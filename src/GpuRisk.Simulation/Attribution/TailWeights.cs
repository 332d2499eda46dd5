namespace GpuRisk.Simulation.Attribution;

/// <summary>What each scenario of an account's tail counts in its expected shortfall: ES = sum of weight x loss.</summary>
/// <param name="EntryStart">Entries of account a: EntryStart[a] to EntryStart[a + 1] - 1.</param>
/// <param name="Scenarios">Scenario of each entry.</param>
/// <param name="Weights">Its weight.</param>
public sealed record TailWeights(int[] EntryStart, int[] Scenarios, double[] Weights)
{
    public int Accounts => EntryStart.Length - 1;
}

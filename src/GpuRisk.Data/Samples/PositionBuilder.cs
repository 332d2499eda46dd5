using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Samples;

/// <summary>Builds a position table account by account; an account holds an instrument once.</summary>
internal sealed class PositionBuilder(int instruments)
{
    private readonly List<string> accounts = [];
    private readonly List<int> rowStart = [0];
    private readonly List<int> held = [];
    private readonly List<double> quantities = [];

    // The number of the last account that took the instrument, counted from 1.
    private readonly int[] lastHolder = new int[instruments];

    /// <summary>True where the account under construction holds it already.</summary>
    public bool Holds(int instrument) => lastHolder[instrument] == rowStart.Count;

    /// <summary>Adds a position to the account under construction; false, and nothing added, where it holds the instrument already.</summary>
    public bool TryAdd(int instrument, double quantity)
    {
        if (Holds(instrument))
            return false;
        lastHolder[instrument] = rowStart.Count;
        held.Add(instrument);
        quantities.Add(quantity);
        return true;
    }

    public void Close(string account)
    {
        accounts.Add(account);
        rowStart.Add(held.Count);
    }

    public PositionTable Build() => new(accounts, [.. rowStart], [.. held], [.. quantities]);
}

using GpuRisk.Domain.Portfolios;
using GpuRisk.Simulation.Aggregation;

namespace GpuRisk.Simulation.Sensitivities;

/// <summary>
/// Positions of some accounts, brought together by account and underlying: a slot each. Within a slot positions keep their order. Long slots are
/// cut into segments, so that work items share them; where the cuts lie is part of the result, hence the same on every device.
/// </summary>
internal sealed class UnderlyingSlots
{
    private readonly List<int> rowStart = [0];

    private UnderlyingSlots(int positions)
    {
        Instruments = new int[positions];
        Quantities = new double[positions];
    }

    /// <summary>Account, underlying and number of segments of each slot: accounts in their order, underlyings as the account's positions name them first.</summary>
    public List<(int Account, int Underlying, int Segments)> Slots { get; } = [];

    /// <summary>Positions of segment i: RowStart[i] to RowStart[i + 1] - 1.</summary>
    public IReadOnlyList<int> RowStart => rowStart;

    public int[] Instruments { get; }

    public double[] Quantities { get; }

    /// <param name="underlyings">That of each instrument, as a number below <paramref name="count"/>.</param>
    public static UnderlyingSlots Of(PositionTable positions, int firstAccount, int lastAccount, ReadOnlySpan<int> underlyings, int count)
    {
        ReadOnlySpan<int> rows = positions.RowStart.Span;
        ReadOnlySpan<int> instruments = positions.Instrument.Span;
        ReadOnlySpan<double> quantities = positions.Quantity.Span;
        int origin = rows[firstAccount];
        var slots = new UnderlyingSlots(rows[lastAccount] - origin);
        // Of the account at hand: how many positions on each underlying, then where the next of them goes.
        var cursor = new int[count];
        List<int> order = [];
        for (int account = firstAccount; account < lastAccount; account++)
        {
            order.Clear();
            for (int j = rows[account]; j < rows[account + 1]; j++)
            {
                int u = underlyings[instruments[j]];
                if (cursor[u]++ == 0)
                    order.Add(u);
            }
            int at = rows[account] - origin;
            foreach (int u in order)
            {
                int held = cursor[u];
                cursor[u] = at;
                slots.Add(account, u, at, held);
                at += held;
            }
            for (int j = rows[account]; j < rows[account + 1]; j++)
            {
                int to = cursor[underlyings[instruments[j]]]++;
                slots.Instruments[to] = instruments[j];
                slots.Quantities[to] = quantities[j];
            }
            foreach (int u in order)
                cursor[u] = 0;
        }
        return slots;
    }

    private void Add(int account, int underlying, int at, int held)
    {
        int segments = (held + PositionSegments.Length - 1) / PositionSegments.Length;
        for (int s = 1; s < segments; s++)
            rowStart.Add(at + s * PositionSegments.Length);
        rowStart.Add(at + held);
        Slots.Add((account, underlying, segments));
    }
}

using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Margin;

/// <summary>
/// What collateral counts for, in the book's currency: for an account the sum over its assets of
/// <c>sum_k max(0, min(v, to_k) - from_k) (1 - haircut_k)</c>, v = quantity x worth of one unit; the worth of the book's
/// currency is 1, of another asset its spot. Sums run in the order of the book, so that equal books give equal bits.
/// </summary>
public static class CollateralValue
{
    /// <summary>What one holding counts for. Value beyond the last tier counts nothing.</summary>
    /// <param name="value">v, from 0, in the book's currency; NaN gives NaN.</param>
    /// <param name="tiers">Ascending, without overlap; none: nothing counts.</param>
    public static double Of(double value, IReadOnlyList<HaircutTier> tiers)
    {
        ArgumentNullException.ThrowIfNull(tiers);
        double sum = 0;
        foreach (HaircutTier tier in tiers)
            sum += Math.Max(0, Math.Min(value, tier.To) - tier.From) * (1 - tier.Haircut);
        return sum;
    }

    /// <summary>One figure an account, in the order of the positions, 0 for an account without collateral; null where the book has none.</summary>
    /// <exception cref="ArgumentException">A holding is of no account of the book, has no worth, or has no haircut and is not the book's currency.</exception>
    public static double[]? Of(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (book.Collateral is not { } holdings)
            return null;
        IReadOnlyList<string> names = book.Positions.Accounts;
        Dictionary<string, int> numbers = new(names.Count, StringComparer.Ordinal);
        for (int account = 0; account < names.Count; account++)
            numbers.Add(names[account], account);
        Dictionary<string, HaircutSchedule> schedules = (book.Haircuts ?? []).ToDictionary(schedule => schedule.Asset, StringComparer.Ordinal);
        var values = new double[names.Count];
        foreach (CollateralHolding holding in holdings)
        {
            if (!numbers.TryGetValue(holding.Account, out int account))
                throw new ArgumentException($"Collateral of account '{holding.Account}', which has no positions.", nameof(book));
            values[account] += Of(holding, book, schedules.GetValueOrDefault(holding.Asset));
        }
        return values;
    }

    private static double Of(CollateralHolding holding, Book book, HaircutSchedule? schedule)
    {
        bool isCurrency = holding.Asset == book.Currency;
        double worth = isCurrency ? 1
            : book.Market.Spots.TryGetValue(holding.Asset, out double spot) ? spot
            : throw new ArgumentException($"Collateral '{holding.Asset}' has no spot and is not the book's currency.", nameof(book));
        if (schedule is not null)
            return Of(holding.Quantity * worth, schedule.Tiers);
        return isCurrency ? holding.Quantity : throw new ArgumentException($"Collateral '{holding.Asset}' has no haircut.", nameof(book));
    }
}

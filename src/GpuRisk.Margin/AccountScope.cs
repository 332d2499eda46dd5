using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Margin;

/// <summary>The accounts that a run computes: all of a book's, one of them, or the whole book as one.</summary>
public static class AccountScope
{
    /// <summary>The name of the account that a whole book is.</summary>
    public const string NetAccount = "net";

    /// <summary>The book as its settings ask for it. Positions that are not the book's own do not depend on it: it may be disposed of.</summary>
    /// <exception cref="ArgumentException">The account is not in the book.</exception>
    public static Book Of(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        SimulationSettings simulation = book.Settings.Simulation;
        if (simulation.Net)
            return Net(book);
        return simulation.Account is { } account ? One(book, account) : book;
    }

    /// <summary>Quantities of an instrument are summed in the order of the accounts, those of an asset in the order of the collateral.</summary>
    private static Book Net(Book book)
    {
        double[] quantities = new double[book.Instruments.Count];
        bool[] isHeld = new bool[book.Instruments.Count];
        ReadOnlySpan<int> instruments = book.Positions.Instrument.Span;
        ReadOnlySpan<double> quantity = book.Positions.Quantity.Span;
        for (int p = 0; p < instruments.Length; p++)
        {
            quantities[instruments[p]] += quantity[p];
            isHeld[instruments[p]] = true;
        }

        int[] held = [.. Enumerable.Range(0, isHeld.Length).Where(i => isHeld[i])];
        CollateralHolding[]? collateral = book.Collateral is null
            ? null
            : [.. book.Collateral.GroupBy(holding => holding.Asset).Select(asset => new CollateralHolding(NetAccount, asset.Key, asset.Aggregate(0.0, (sum, holding) => sum + holding.Quantity)))];
        return Part(book, held, new PositionTable([NetAccount], [0, held.Length], Rows(held.Length), [.. held.Select(i => quantities[i])]), collateral);
    }

    private static Book One(Book book, string account)
    {
        PositionTable positions = book.Positions;
        int number = positions.Accounts.Index().Where(entry => entry.Item == account).Select(entry => entry.Index).DefaultIfEmpty(-1).First();
        if (number < 0)
            throw new ArgumentException($"Account '{account}' is not in the book.", nameof(account));
        int start = positions.RowStart.Span[number], end = positions.RowStart.Span[number + 1];
        int[] held = positions.Instrument.Span[start..end].ToArray();
        double[] quantities = positions.Quantity.Span[start..end].ToArray();
        CollateralHolding[]? collateral = book.Collateral is null ? null : [.. book.Collateral.Where(holding => holding.Account == account)];
        return Part(book, held, new PositionTable([account], [0, held.Length], Rows(held.Length), quantities), collateral);
    }

    private static int[] Rows(int count) => [.. Enumerable.Range(0, count)];

    /// <param name="held">Numbers of the instruments that the positions hold, in their order.</param>
    private static Book Part(Book book, int[] held, PositionTable positions, IReadOnlyList<CollateralHolding>? collateral) => new()
    {
        Name = book.Name,
        Currency = book.Currency,
        Instruments = (Instrument[])[.. held.Select(i => book.Instruments[i])],
        Positions = positions,
        Market = book.Market,
        History = book.History,
        Correlation = book.Correlation,
        Collateral = collateral,
        Haircuts = book.Haircuts,
        Settings = book.Settings,
    };
}

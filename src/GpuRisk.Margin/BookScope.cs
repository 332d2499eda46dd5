using GpuRisk.Domain.Input;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Margin;

/// <summary>What of a book is computed: all accounts, one of them, or all of them as one.</summary>
public static class BookScope
{
    /// <summary>The name of the account that a netted book has.</summary>
    public const string Net = "net";

    /// <summary>
    /// The book that its settings ask for: itself, or a book of one account. <see cref="SimulationSettings.Net"/>: all positions of an instrument summed in the order of
    /// the book, instruments in the order in which they first appear, sums of 0 left out; collateral of an asset likewise. <see cref="SimulationSettings.Account"/>: the
    /// account's positions and collateral. A book that already is what its settings ask for is returned itself. The result has arrays of its own, and shares what is
    /// not of accounts.
    /// </summary>
    /// <exception cref="InvalidInputException">There is no such account, or both are asked for.</exception>
    public static Book Apply(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        SimulationSettings settings = book.Settings.Simulation;
        IReadOnlyList<string> accounts = book.Positions.Accounts;
        if (settings.Net && settings.Account is not null)
            throw Refused($"net and account \"{settings.Account}\" are both asked for; expected one of them");
        if (settings.Net)
            return accounts is [Net] ? book : Netted(book);
        if (settings.Account is not { } account || (accounts.Count == 1 && accounts[0] == account))
            return book;
        for (int a = 0; a < accounts.Count; a++)
        {
            if (accounts[a] == account)
                return BookPart.Of(book, [a]);
        }
        string some = string.Join(", ", accounts.Take(3).Select(name => $"\"{name}\""));
        throw Refused($"account \"{account}\" is not in the book; expected one of its {accounts.Count} accounts, such as {some}");
    }

    private static Book Netted(Book book)
    {
        ReadOnlySpan<int> instrument = book.Positions.Instrument.Span;
        ReadOnlySpan<double> quantity = book.Positions.Quantity.Span;
        var sums = new double[book.Instruments.Count];
        var met = new bool[sums.Length];
        List<int> order = [];
        for (int j = 0; j < instrument.Length; j++)
        {
            sums[instrument[j]] += quantity[j];
            if (met[instrument[j]])
                continue;
            met[instrument[j]] = true;
            order.Add(instrument[j]);
        }
        int[] kept = [.. order.Where(i => sums[i] != 0)];
        return new Book
        {
            Name = book.Name,
            Currency = book.Currency,
            Instruments = [.. kept.Select(i => book.Instruments[i])],
            Positions = new PositionTable([Net], [0, kept.Length], [.. Enumerable.Range(0, kept.Length)], [.. kept.Select(i => sums[i])]),
            Market = book.Market,
            History = book.History,
            Correlation = book.Correlation,
            Collateral = book.Collateral is { } holdings ? Sum(holdings) : null,
            Haircuts = book.Haircuts,
            Settings = book.Settings,
        };
    }

    private static CollateralHolding[] Sum(IReadOnlyList<CollateralHolding> holdings)
    {
        Dictionary<string, double> sums = new(StringComparer.Ordinal);
        List<string> order = [];
        foreach (CollateralHolding holding in holdings)
        {
            if (!sums.TryGetValue(holding.Asset, out double sum))
                order.Add(holding.Asset);
            sums[holding.Asset] = sum + holding.Quantity;
        }
        return [.. order.Select(asset => new CollateralHolding(Net, asset, sums[asset]))];
    }

    private static InvalidInputException Refused(string message) => new(new InputProblem("book.json", 1, 1, "simulation: " + message));
}

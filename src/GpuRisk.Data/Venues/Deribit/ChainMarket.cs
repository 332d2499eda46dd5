using System.Globalization;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Venues.Deribit;

/// <summary>
/// Instruments and market of a chain: for each currency a perpetual, the listed futures and the options, by expiry, strike and right.
/// Spot is the median index price of the currency's rows and the forward the median price of the expiry's rows, because the
/// rows of a snapshot were ticked one after another.
/// </summary>
internal sealed class ChainMarket
{
    private readonly List<string> notes = [];

    private ChainMarket(DateTimeOffset asOf, IReadOnlyList<ChainRow> rows)
    {
        foreach (IGrouping<string, ChainRow> currency in rows.GroupBy(r => r.Currency))
            List(currency.Key, [.. currency.OrderBy(r => r.Terms.Expiry).ThenBy(r => r.Terms.Strike).ThenBy(r => r.Terms.Right)]);
        Market = new MarketSnapshot
        {
            AsOf = asOf,
            Spots = Spots,
            Forwards = Forwards,
            Volatilities = rows.ToDictionary(r => r.Name, r => r.Volatility),
            Rates = new Dictionary<string, double>(),
        };
    }

    public List<Instrument> Instruments { get; } = [];

    public List<CurrencyListing> Listings { get; } = [];

    public List<CurrencySummary> Currencies { get; } = [];

    public MarketSnapshot Market { get; }

    public IReadOnlyList<string> Notes => notes;

    private Dictionary<string, double> Spots { get; } = [];

    private Dictionary<ForwardKey, double> Forwards { get; } = [];

    /// <param name="rows">Rows that can be used.</param>
    public static ChainMarket Of(DateTimeOffset asOf, IReadOnlyList<ChainRow> rows) => new(asOf, rows);

    private void List(string currency, IReadOnlyList<ChainRow> rows)
    {
        DeribitContract contract = DeribitContract.Of(currency);
        Middle index = Middle.Of(rows.Select(r => r.Index));
        Spots.Add(currency, index.Value);
        AddForwards(currency, rows);

        int perpetual = Add(new Perpetual(
            DeribitName.Perpetual(currency), currency, Settlement.Inverse, Reference: null, contract.FutureSize));
        List<int> futures = [];
        foreach (ChainRow row in rows.Where(r => r.Future is not null).DistinctBy(r => r.Future))
            futures.Add(Add(new Future(row.Future!, currency, row.Terms.Expiry, Settlement.Inverse, Reference: null, contract.FutureSize)));
        List<ListedOption> options = [];
        foreach (ChainRow row in rows)
        {
            int option = Add(new Option(row.Name, currency, row.Terms.Expiry, row.Terms.Strike, row.Terms.Right, Settlement.Inverse));
            options.Add(new ListedOption(option, row.Terms.Right, double.IsNaN(row.OpenInterest) ? 0 : row.OpenInterest));
        }
        Listings.Add(new CurrencyListing(contract, index.Value, perpetual, futures, options));
        Currencies.Add(new CurrencySummary(
            currency, options.Count, rows.Select(r => r.Terms.Expiry).Distinct().Count(), futures.Count, index.Value, index.Spread,
            options.Sum(o => o.OpenInterest)));
        Note($"{currency}: spot is the median index price of {rows.Count} rows, {index.Value:R}; they spread by {index.Spread:0.####%}");
        int silent = rows.Count(r => double.IsNaN(r.OpenInterest));
        if (silent > 0)
            Note($"{currency}: {silent} options without an open interest are held by no account");
    }

    private void AddForwards(string currency, IReadOnlyList<ChainRow> rows)
    {
        double widest = -1;
        DateTimeOffset widestExpiry = default;
        foreach (IGrouping<DateTimeOffset, ChainRow> expiry in rows.GroupBy(r => r.Terms.Expiry))
        {
            Middle forward = Middle.Of(expiry.Select(r => r.Forward));
            Forwards.Add(new ForwardKey(currency, expiry.Key), forward.Value);
            if (forward.Spread > widest)
                (widest, widestExpiry) = (forward.Spread, expiry.Key);
        }
        Note($"{currency}: the forward of an expiry is the median of its rows; the widest spread is {widest:0.####%}, of {widestExpiry:yyyy-MM-dd}");
        int without = rows.Count(r => r.ForwardIsUnderlying);
        if (without > 0)
            Note($"{currency}: {without} rows name no future's price; the venue's price of the underlying is their forward");
    }

    private int Add(Instrument instrument)
    {
        Instruments.Add(instrument);
        return Instruments.Count - 1;
    }

    private void Note(FormattableString note) => notes.Add(note.ToString(CultureInfo.InvariantCulture));
}

/// <summary>A currency's instruments by their index in the book.</summary>
/// <param name="Futures">By expiry.</param>
internal sealed record CurrencyListing(
    DeribitContract Contract, double Index, int Perpetual, IReadOnlyList<int> Futures, IReadOnlyList<ListedOption> Options);

/// <param name="OpenInterest">In coin, zero where not known.</param>
internal readonly record struct ListedOption(int Index, OptionRight Right, double OpenInterest);

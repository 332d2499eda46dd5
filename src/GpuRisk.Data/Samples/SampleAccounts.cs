using System.Globalization;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Samples;

/// <summary>
/// Accounts with a recognisable strategy each, in rotation: outright, hedged, calendar, strangle, maker. Sizes are heavy-tailed:
/// notional 20,000 / sqrt(u) with u uniform, at most 2,000,000.
/// </summary>
internal sealed class SampleAccounts(IReadOnlyList<SampleListing> listings, int instruments)
{
    private const int Makers = 4;
    private static readonly string[] strategies = ["outright", "hedged", "calendar", "strangle", "maker"];

    private readonly PositionBuilder positions = new(instruments);
    private readonly double[] cumulativeWeight = Popularity(listings.Count);

    public PositionTable Make(int accounts, ulong seed)
    {
        for (int a = 0; a < accounts; a++)
        {
            SplitMix64 random = SplitMix64.Stream(seed, SampleStream.Account(a));
            int strategy = a % strategies.Length;
            SampleListing listing = Pick(random);
            double notional = Math.Min(2_000_000, 20_000 / Math.Sqrt(random.NextUniform()));
            switch (strategy)
            {
                case 0: Outright(listing, notional, random); break;
                case 1: Hedged(listing, notional, random); break;
                case 2: Calendar(listing, notional, random); break;
                case 3: Strangle(listing, notional, random); break;
                case Makers: Maker(listing, notional, random); break;
            }
            positions.Close(string.Create(CultureInfo.InvariantCulture, $"{strategies[strategy]}-{a + 1:D4}"));
        }
        return positions.Build();
    }

    /// <summary>Long or short a perpetual or a dated future, or long the asset itself.</summary>
    private void Outright(SampleListing listing, double notional, SplitMix64 random)
    {
        int choice = random.NextBelow(3);
        double signed = random.NextBool() ? notional : -notional;
        if (choice == 0)
            AddSpot(listing, notional);
        else if (choice == 1)
            AddFuture(listing, listing.Perpetual, listing.Underlying.Price, signed);
        else
            AddFuture(listing, listing.Futures[random.NextBelow(listing.Futures.Count)], signed);
    }

    /// <summary>Long the asset and short a future on it; or long calls near the money and short a future of half their notional.</summary>
    private void Hedged(SampleListing listing, double notional, SplitMix64 random)
    {
        ListedFuture future = listing.Futures[random.NextBelow(listing.Futures.Count)];
        if (random.NextBool())
        {
            AddSpot(listing, notional);
            AddFuture(listing, future, -notional);
            return;
        }
        OptionSeries series = listing.Series[random.NextBelow(listing.Series.Count)];
        ListedStrike strike = NearTheMoney(series);
        AddOption(listing, strike.Call, notional);
        AddFuture(listing, future, -0.5 * notional);
    }

    /// <summary>Long one expiry and short another, by futures or by calls near the money.</summary>
    private void Calendar(SampleListing listing, double notional, SplitMix64 random)
    {
        bool byOptions = listing.Series.Count > 1 && random.NextBool();
        int count = byOptions ? listing.Series.Count : listing.Futures.Count;
        int bought = random.NextBelow(count);
        int sold = (bought + 1 + random.NextBelow(count - 1)) % count;
        if (byOptions)
        {
            AddOption(listing, NearTheMoney(listing.Series[bought]).Call, notional);
            AddOption(listing, NearTheMoney(listing.Series[sold]).Call, -notional);
        }
        else
        {
            AddFuture(listing, listing.Futures[bought], notional);
            AddFuture(listing, listing.Futures[sold], -notional);
        }
    }

    /// <summary>Short a call above and a put below the forward, each about one deviation away where the chain reaches that far.</summary>
    private void Strangle(SampleListing listing, double notional, SplitMix64 random)
    {
        OptionSeries series = listing.Series[random.NextBelow(listing.Series.Count)];
        double deviation = series.Forward * series.AtTheMoney * Math.Sqrt(series.Years);
        double distance = deviation * (0.6 + 0.8 * random.NextUniform());
        ListedStrike above = Nearest(series, series.Forward + distance, _ => true);
        AddOption(listing, above.Call, -notional);
        ListedStrike below = Nearest(series, series.Forward - distance, s => s.Put is not null);
        if (below.Put is { } put)
            AddOption(listing, put, -notional);
    }

    /// <summary>A market maker's inventory: 20 to 60 small positions of either sign, most on one underlying, where that many are listed.</summary>
    private void Maker(SampleListing home, double notional, SplitMix64 random)
    {
        int wanted = 20 + random.NextBelow(41);
        for (int attempt = 0, taken = 0; taken < wanted && attempt < 4 * wanted; attempt++)
        {
            SampleListing listing = random.NextBelow(5) == 0 ? Pick(random) : home;
            // Everything but the asset itself: a maker's spot is its collateral.
            int instrument = listing.Perpetual + random.NextBelow(listing.End - listing.Perpetual);
            if (positions.Holds(instrument))
                continue;
            double size = 0.1 * notional * (0.2 + random.NextUniform()) * (random.NextBool() ? 1 : -1);
            int future = instrument - listing.Perpetual;
            if (future == 0)
                AddFuture(listing, instrument, listing.Underlying.Price, size);
            else if (future <= listing.Futures.Count)
                AddFuture(listing, listing.Futures[future - 1], size);
            else
                AddOption(listing, instrument, size);
            taken++;
        }
    }

    private static ListedStrike NearTheMoney(OptionSeries series) => Nearest(series, series.Forward, _ => true);

    private static ListedStrike Nearest(OptionSeries series, double price, Func<ListedStrike, bool> eligible)
    {
        ListedStrike best = series.Strikes[0];
        foreach (ListedStrike strike in series.Strikes)
        {
            if (eligible(strike) && Math.Abs(strike.Strike - price) < Math.Abs(best.Strike - price))
                best = strike;
        }
        return best;
    }

    private void AddSpot(SampleListing listing, double notional) =>
        positions.TryAdd(listing.Spot, Grid.Lots(notional / listing.Underlying.Price, 10_000));

    private void AddFuture(SampleListing listing, ListedFuture future, double notional) =>
        AddFuture(listing, future.Index, future.Price, notional);

    private void AddFuture(SampleListing listing, int instrument, double price, double notional)
    {
        SampleUnderlying underlying = listing.Underlying;
        double size = Math.Abs(notional);
        double quantity = underlying.Settlement == Settlement.Inverse
            ? Grid.Lots(size / underlying.ContractSize, 1)
            : Grid.Lots(size / price, 10);
        positions.TryAdd(instrument, notional < 0 ? -quantity : quantity);
    }

    private void AddOption(SampleListing listing, int instrument, double notional)
    {
        double quantity = Grid.Lots(Math.Abs(notional) / listing.Underlying.Price, listing.Underlying.OptionLotsPerUnit);
        positions.TryAdd(instrument, notional < 0 ? -quantity : quantity);
    }

    private SampleListing Pick(SplitMix64 random)
    {
        double u = random.NextUniform() * cumulativeWeight[^1];
        int found = Array.BinarySearch(cumulativeWeight, u);
        return listings[Math.Min(found < 0 ? ~found : found, listings.Count - 1)];
    }

    /// <summary>The n-th underlying is traded 1 / n as much as the first.</summary>
    private static double[] Popularity(int count)
    {
        double[] cumulative = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++)
            cumulative[i] = sum += 1.0 / (i + 1);
        return cumulative;
    }
}

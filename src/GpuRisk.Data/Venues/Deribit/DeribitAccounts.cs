using System.Globalization;
using GpuRisk.Data.Samples;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Venues.Deribit;

/// <summary>
/// Accounts drawn from a seed, since a venue publishes none. An account holds n = min(60, floor(1 / u)) options, u uniform, each picked with
/// probability proportional to its open interest in dollars. Longs and shorts of an option alternate, so that its holders about
/// balance. Sizes are min(300, floor(1 / (u u'))) lots. A third of the accounts holds half the net of its options (calls less puts)
/// the other way in a perpetual or a future.
/// </summary>
internal sealed class DeribitAccounts
{
    private const int MostOptions = 60;
    private const int MostLots = 300;

    private readonly IReadOnlyList<CurrencyListing> listings;
    private readonly List<(CurrencyListing Listing, ListedOption Option)> options = [];
    private readonly List<double> cumulativeInterest = [];
    private readonly bool[] nextIsShort;
    private readonly PositionBuilder positions;

    private DeribitAccounts(IReadOnlyList<CurrencyListing> listings, int instruments)
    {
        this.listings = listings;
        positions = new PositionBuilder(instruments);
        nextIsShort = new bool[instruments];
        double sum = 0;
        foreach (CurrencyListing listing in listings)
        {
            foreach (ListedOption option in listing.Options.Where(o => o.OpenInterest > 0))
            {
                options.Add((listing, option));
                cumulativeInterest.Add(sum += option.OpenInterest * listing.Index);
            }
        }
    }

    /// <returns>Null where no option has an open interest.</returns>
    public static PositionTable? Draw(IReadOnlyList<CurrencyListing> listings, int instruments, int accounts, ulong seed)
    {
        DeribitAccounts draw = new(listings, instruments);
        if (draw.options.Count == 0)
            return null;
        SplitMix64 sides = SplitMix64.Stream(seed, 0);
        for (int i = 0; i < instruments; i++)
            draw.nextIsShort[i] = sides.NextBool();
        for (int a = 0; a < accounts; a++)
            draw.DrawAccount(string.Create(CultureInfo.InvariantCulture, $"acct-{a + 1:D5}"), SplitMix64.Stream(seed, (ulong)a + 1));
        return draw.positions.Build();
    }

    private void DrawAccount(string account, SplitMix64 random)
    {
        int wanted = (int)Math.Min(Math.Min(MostOptions, options.Count), 1 / random.NextUniform());
        Dictionary<CurrencyListing, double> net = [];
        for (int attempt = 0, taken = 0; taken < wanted && attempt < 8 * wanted; attempt++)
        {
            (CurrencyListing listing, ListedOption option) = Pick(random);
            if (positions.Holds(option.Index))
                continue;
            double quantity = Math.Floor(Math.Min(MostLots, 1 / (random.NextUniform() * random.NextUniform()))) / listing.Contract.OptionLotsPerCoin;
            double signed = nextIsShort[option.Index] ? -quantity : quantity;
            nextIsShort[option.Index] = !nextIsShort[option.Index];
            positions.TryAdd(option.Index, signed);
            net[listing] = net.GetValueOrDefault(listing) + (option.Right == OptionRight.Call ? signed : -signed);
            taken++;
        }
        if (random.NextBelow(3) == 0)
            Hedge(net, random);
        positions.Close(account);
    }

    private void Hedge(Dictionary<CurrencyListing, double> net, SplitMix64 random)
    {
        foreach (CurrencyListing listing in listings)
        {
            double contracts = Math.Round(-0.5 * net.GetValueOrDefault(listing) * listing.Index / listing.Contract.FutureSize);
            int choice = random.NextBelow(listing.Futures.Count + 2);
            if (contracts != 0)
                positions.TryAdd(choice < listing.Futures.Count ? listing.Futures[choice] : listing.Perpetual, contracts);
        }
    }

    private (CurrencyListing Listing, ListedOption Option) Pick(SplitMix64 random)
    {
        int found = cumulativeInterest.BinarySearch(random.NextUniform() * cumulativeInterest[^1]);
        return options[Math.Min(found < 0 ? ~found : found, options.Count - 1)];
    }
}

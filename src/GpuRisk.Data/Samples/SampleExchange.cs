using GpuRisk.Data.Venues.Deribit;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Samples;

/// <summary>
/// Lists instruments and their market: for each underlying its spot, a perpetual, dated futures, and option chains of calls and
/// puts. Names follow the venue's manner; inverse contracts on coins that settle in themselves, linear ones on the others.
/// </summary>
internal sealed class SampleExchange(DateTimeOffset asOf)
{
    public List<Instrument> Instruments { get; } = [];

    public List<SampleListing> Listings { get; } = [];

    public Dictionary<string, double> Spots { get; } = [];

    public Dictionary<ForwardKey, double> Forwards { get; } = [];

    public Dictionary<string, double> Volatilities { get; } = [];

    /// <param name="volatility">Today's at 30 days.</param>
    /// <param name="carry">Today's, annualised.</param>
    /// <param name="count">Number of instruments to list, at least ten.</param>
    public void List(SampleUnderlying underlying, double spot, double volatility, double carry, int count)
    {
        int futures = Math.Clamp(count / 20, 2, 8);
        int options = count - 2 - futures;
        int pairs = (options + 1) / 2;
        IReadOnlyList<DateTimeOffset> expiries = ExpiryCalendar.After(asOf, Math.Max(futures, pairs / 6));
        futures = Math.Min(futures, expiries.Count);

        Spots.Add(underlying.Name, spot);
        double[] forwards = [.. expiries.Select(e => Grid.Nearest(Smile.Forward(spot, carry, asOf, e), underlying.TicksPerUnit))];
        for (int e = 0; e < expiries.Count; e++)
            Forwards.Add(new ForwardKey(underlying.Name, expiries[e]), forwards[e]);

        int spotIndex = Add(new Spot(underlying.Name + "_USDC", underlying.Name));
        int perpetual = Add(new Perpetual(
            DeribitName.Perpetual(underlying.Prefix), underlying.Name, underlying.Settlement, Reference: null, underlying.ContractSize));
        List<ListedFuture> listed = [];
        for (int i = 0; i < futures; i++)
        {
            // Rounded up, so that the far, quarterly expiries are favoured.
            int e = (i * (expiries.Count - 1) + futures - 2) / (futures - 1);
            listed.Add(new ListedFuture(Add(new Future(
                DeribitName.Future(underlying.Prefix, expiries[e]), underlying.Name, expiries[e], underlying.Settlement, Reference: null,
                underlying.ContractSize)), forwards[e]));
        }

        Smile smile = new(volatility, underlying.Volatility);
        List<OptionSeries> series = [];
        for (int e = 0; e < expiries.Count; e++)
        {
            int strikes = pairs / expiries.Count + (e < pairs % expiries.Count ? 1 : 0);
            if (strikes == 0)
                continue;
            int contracts = Math.Min(options, 2 * strikes);
            series.Add(ListChain(underlying, smile, expiries[e], forwards[e], contracts));
            options -= contracts;
        }
        Listings.Add(new SampleListing(underlying, spotIndex, perpetual, listed, series) { End = Instruments.Count });
    }

    private OptionSeries ListChain(SampleUnderlying underlying, Smile smile, DateTimeOffset expiry, double forward, int contracts)
    {
        double years = DayCount.Years(asOf, expiry);
        double atTheMoney = smile.AtTheMoney(years);
        int count = (contracts + 1) / 2;
        double halfWidth = Math.Clamp(2.5 * atTheMoney * Math.Sqrt(years), 0.08, 0.6);
        decimal step = Grid.RoundStep((decimal)(2 * halfWidth * forward / count));
        decimal centre = Math.Round((decimal)forward / step) * step;
        List<ListedStrike> strikes = [];
        for (int i = 0; i < count; i++)
        {
            decimal strike = centre + (i - count / 2) * step;
            double vol = smile.At((double)strike, forward, years);
            int call = AddOption(underlying, expiry, strike, OptionRight.Call, vol);
            int? put = 2 * i + 1 < contracts ? AddOption(underlying, expiry, strike, OptionRight.Put, vol) : null;
            strikes.Add(new ListedStrike((double)strike, call, put));
        }
        return new OptionSeries(years, forward, atTheMoney, strikes);
    }

    private int AddOption(SampleUnderlying underlying, DateTimeOffset expiry, decimal strike, OptionRight right, double vol)
    {
        string name = DeribitName.Option(underlying.Prefix, expiry, strike, right);
        Volatilities.Add(name, vol);
        return Add(new Option(name, underlying.Name, expiry, (double)strike, right, underlying.Settlement));
    }

    private int Add(Instrument instrument)
    {
        Instruments.Add(instrument);
        return Instruments.Count - 1;
    }
}

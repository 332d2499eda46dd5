using GpuRisk.Data.Input;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books;

/// <summary>Whether the market and the history hold what the instruments need. Reported at the instrument's own row.</summary>
internal static class BookConsistency
{
    /// <param name="proxies">A factor may come from one of these instead of a column of the history.</param>
    public static void Check(
        InstrumentTable instruments, MarketTable market, FactorHistory? history, IReadOnlyList<FactorProxy> proxies, FileProblems problems)
    {
        HashSet<string> underlyings = new(StringComparer.Ordinal);
        HashSet<FactorId>? factors = history is null ? null : [.. history.Factors, .. proxies.Select(proxy => proxy.Factor)];
        string historyFile = history?.Source ?? BookFiles.History;
        for (int number = 0; number < instruments.Rows.Count; number++)
        {
            if (instruments.Rows[number] is not { } instrument)
                continue;
            InstrumentPlace place = instruments.Places[number];
            if (market.HasEveryKey)
                RequireMarket(instrument, place, market, problems);
            if (underlyings.Add(instrument.Underlying))
                RequireUnderlying(instrument.Underlying, place, market, factors, historyFile, problems);
        }
    }

    /// <summary>Reported once an underlying, at its first instrument.</summary>
    private static void RequireUnderlying(
        string underlying, InstrumentPlace place, MarketTable market, HashSet<FactorId>? factors, string historyFile, FileProblems problems)
    {
        if (market.HasEveryKey && !market.Spots.ContainsKey(underlying))
            problems.Add(place.Line, place.UnderlyingColumn, $"no spot of {Excerpt.Of(underlying)} in {market.File}; a row spot,{underlying} is expected there");
        FactorId spot = new(FactorKind.Spot, underlying);
        if (factors is not null && !factors.Contains(spot))
            problems.Add(place.Line, place.UnderlyingColumn, $"no factor {spot} in {historyFile}; a column {spot} is expected there");
    }

    private static void RequireMarket(Instrument instrument, InstrumentPlace place, MarketTable market, FileProblems problems)
    {
        DateTimeOffset? expiry = instrument switch
        {
            Option option => option.Expiry,
            Future future => future.Expiry,
            _ => null,
        };
        if (expiry is { } delivery && !market.Forwards.ContainsKey(new ForwardKey(instrument.Underlying, delivery)))
            problems.Add(place.Line, place.ExpiryColumn, $"no forward of {Excerpt.Of(instrument.Underlying)} at {Instant.Format(delivery)} in {market.File}; a row forward,{instrument.Underlying},{Instant.Format(delivery)} is expected there");
        if (instrument is Option && !market.Volatilities.ContainsKey(instrument.Name))
            problems.Add(place.Line, place.NameColumn, $"no volatility of {Excerpt.Of(instrument.Name)} in {market.File}; a row volatility,{instrument.Name} is expected there");
    }
}

using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Samples;

/// <summary>The synthetic history: heavy-tailed, correlated, with clustered volatility and one crash that hits all assets together.</summary>
internal static class SampleHistory
{
    private const int RatePlaces = 10_000;

    /// <summary>Factors: every spot, every vol, then the basis of the assets that have one; levels on their ticks.</summary>
    public static FactorHistory Make(IReadOnlyList<SampleUnderlying> underlyings, int days, DateOnly last, ulong seed)
    {
        SampleRegime regime = SampleRegime.Make(days, seed);
        List<FactorId> factors = [.. underlyings.Select(u => new FactorId(FactorKind.Spot, u.Name))];
        factors.AddRange(underlyings.Select(u => new FactorId(FactorKind.Vol, u.Name)));
        factors.AddRange(underlyings.Where(u => u.HasBasis).Select(u => new FactorId(FactorKind.Basis, u.Name)));

        double[] levels = new double[(long)days * factors.Count];
        int basis = 2 * underlyings.Count;
        for (int u = 0; u < underlyings.Count; u++)
        {
            SampleUnderlying underlying = underlyings[u];
            SamplePath path = SamplePath.Make(underlying, regime, SplitMix64.Stream(seed, SampleStream.Path(u)));
            Place(levels, factors.Count, u, path.Price, underlying.TicksPerUnit, least: 1.0 / underlying.TicksPerUnit);
            Place(levels, factors.Count, underlyings.Count + u, path.Volatility, RatePlaces, least: 1.0 / RatePlaces);
            if (underlying.HasBasis)
                Place(levels, factors.Count, basis++, path.Carry, RatePlaces, least: double.NegativeInfinity);
        }
        DateOnly[] dates = new DateOnly[days];
        for (int t = 0; t < days; t++)
            dates[t] = last.AddDays(t + 1 - days);
        return new FactorHistory(factors, dates, levels);
    }

    private static void Place(double[] levels, int factors, int factor, double[] path, int perUnit, double least)
    {
        for (int t = 0; t < path.Length; t++)
            levels[(long)t * factors + factor] = Math.Max(least, Grid.Nearest(path[t], perUnit));
    }
}

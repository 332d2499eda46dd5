using System.Globalization;
using GpuRisk.Calibration.Volatility;

namespace GpuRisk.Calibration;

/// <summary>
/// z_tf = r_tf / sigma_tf, sigma_tf the volatility of the factor as it was known before day t (Hull and White, 1998; Barone-Adesi, Giannopoulos
/// and Vosper, 1999). Left out are, for all factors,
/// <list type="bullet">
/// <item>days before a factor's volatility has seen <see cref="Start"/> returns: until then it is little but its first return. Equal weights need no start;</item>
/// <item>days on which a factor moves from a volatility of 0, as a stablecoin does on its first move: nothing scales such a return.</item>
/// </list>
/// Where volatility and return are both 0, so is z.
/// </summary>
internal static class DevolatilisedReturns
{
    /// <summary>Returns that a volatility that changes from day to day has seen before it scales one.</summary>
    internal const int Start = 20;

    /// <param name="volatilities">One a factor; each path ends with the volatility before the newest return.</param>
    /// <param name="start">Returns left out at the beginning of a path that changes.</param>
    internal static ReturnSample Of(Returns returns, IReadOnlyList<FactorVolatility> volatilities, int start = Start)
    {
        int first = 0;
        foreach (FactorVolatility volatility in volatilities)
            first = Math.Max(first, returns.Count - volatility.Path.Count + (Varies(volatility) ? start : 0));
        first = Math.Min(first, returns.Count);
        int[] days = [.. Enumerable.Range(first, returns.Count - first).Where(day => HasScale(returns, volatilities, day))];
        double[][] columns = [.. volatilities.Select((volatility, factor) => days.Select(day => Scaled(returns, volatility, day, factor)).ToArray())];
        double[][] scales = [.. volatilities.Select(volatility => days.Select(day => Before(returns, volatility, day)).ToArray())];
        return new ReturnSample(
            returns.Factors, returns.Source, [.. days.Select(day => returns.EndDates[day])], columns, scales, Notes(first, returns.Count - first - days.Length));
    }

    /// <summary>sigma before return <paramref name="day"/>.</summary>
    private static double Before(Returns returns, FactorVolatility volatility, int day) =>
        volatility.Path[day - (returns.Count - volatility.Path.Count)];

    private static bool Varies(FactorVolatility volatility) => volatility.Alpha > 0;

    private static bool HasScale(Returns returns, IReadOnlyList<FactorVolatility> volatilities, int day)
    {
        for (int factor = 0; factor < volatilities.Count; factor++)
        {
            if (returns[day, factor] != 0 && !double.IsFinite(returns[day, factor] / Before(returns, volatilities[factor], day)))
                return false;
        }
        return true;
    }

    private static double Scaled(Returns returns, FactorVolatility volatility, int day, int factor) =>
        returns[day, factor] == 0 ? 0 : returns[day, factor] / Before(returns, volatility, day);

    private static List<string> Notes(int started, int unscaled)
    {
        List<string> notes = [];
        if (started > 0)
            notes.Add(string.Create(
                CultureInfo.InvariantCulture, $"devolatilised returns: the first {started} days left out, which only start the volatilities"));
        if (unscaled > 0)
            notes.Add(string.Create(
                CultureInfo.InvariantCulture, $"devolatilised returns: {unscaled} days left out on which a factor moves from a volatility of 0"));
        return notes;
    }
}

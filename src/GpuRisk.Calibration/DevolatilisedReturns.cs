using System.Globalization;
using GpuRisk.Calibration.Volatility;

namespace GpuRisk.Calibration;

/// <summary>
/// z_tf = r_tf / sigma_tf, sigma_tf the volatility of the factor as it was known before day t (Hull and White, 1998; Barone-Adesi, Giannopoulos
/// and Vosper, 1999). Left out are, for all factors,
/// <list type="bullet">
/// <item>the first <see cref="Start"/> days, on which a volatility is little but its first return, unless all are of equal weights;</item>
/// <item>days on which a factor moves from a volatility of 0, as a stablecoin does on its first move: nothing scales such a return.</item>
/// </list>
/// Where volatility and return are both 0, so is z.
/// </summary>
public static class DevolatilisedReturns
{
    /// <summary>Returns that a volatility that changes from day to day has seen before it scales one.</summary>
    public const int Start = 20;

    /// <param name="volatilities">One a factor, of these returns.</param>
    /// <param name="start">Days left out at the beginning where a volatility changes from day to day.</param>
    public static ReturnSample Of(Returns returns, IReadOnlyList<FactorVolatility> volatilities, int start = Start)
    {
        int first = Math.Min(returns.Count, volatilities.Any(Varies) ? start : 0);
        int[] days = [.. Enumerable.Range(first, returns.Count - first).Where(day => HasScale(returns, volatilities, day))];
        double[][] columns = [.. volatilities.Select((volatility, factor) => days.Select(day => Scaled(returns, volatility, day, factor)).ToArray())];
        double[][] scales = [.. volatilities.Select(volatility => days.Select(day => volatility.Path[day]).ToArray())];
        return new ReturnSample(
            returns.Factors, returns.Source, [.. days.Select(day => returns.EndDates[day])], columns, scales, Notes(first, returns.Count - first - days.Length));
    }

    private static bool Varies(FactorVolatility volatility) => volatility.Alpha > 0;

    private static bool HasScale(Returns returns, IReadOnlyList<FactorVolatility> volatilities, int day)
    {
        for (int factor = 0; factor < volatilities.Count; factor++)
        {
            if (returns[day, factor] != 0 && !double.IsFinite(returns[day, factor] / volatilities[factor].Path[day]))
                return false;
        }
        return true;
    }

    private static double Scaled(Returns returns, FactorVolatility volatility, int day, int factor) =>
        returns[day, factor] == 0 ? 0 : returns[day, factor] / volatility.Path[day];

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

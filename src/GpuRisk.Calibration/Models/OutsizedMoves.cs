using System.Globalization;

namespace GpuRisk.Calibration.Models;

/// <summary>
/// Returns so many times the volatility of their day that no market's unrest explains them: a peg that broke, levels that stood still before, or a
/// wrong level. A filtered change repeats such a multiple at today's volatility, however large that is.
/// </summary>
internal static class OutsizedMoves
{
    /// <summary>Twice what liquid markets show on their worst days.</summary>
    private const double Largest = 20;

    /// <summary>One sentence a factor.</summary>
    /// <param name="devolatilised">Returns over the volatility before them.</param>
    internal static IEnumerable<string> Of(ReturnSample devolatilised)
    {
        for (int factor = 0; factor < devolatilised.Factors.Count; factor++)
        {
            double[] column = devolatilised.Columns[factor];
            int[] days = [.. Enumerable.Range(0, column.Length).Where(day => Math.Abs(column[day]) > Largest)];
            if (days.Length == 0)
                continue;
            int worst = days.MaxBy(day => Math.Abs(column[day]));
            string more = days.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", and more than {Largest} on {days.Length - 1} more days");
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{devolatilised.Factors[factor]} moved by {Math.Abs(column[worst]):F0} times its volatility on {HistoryChecks.Iso(devolatilised.Dates[worst])}{more}, which filtered changes repeat at today's volatility; expected a group of equal weights for a factor that stands still for long, or other levels");
        }
    }
}

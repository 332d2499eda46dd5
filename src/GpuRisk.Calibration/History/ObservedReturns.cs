using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;
using GpuRisk.Kernels;

namespace GpuRisk.Calibration.History;

/// <summary>
/// The one-day returns of each factor as its own levels give them, whatever the others have: ln(level_t / level_{t-1}) for spot and
/// volatility, level_t - level_{t-1} for basis and rate. No return where a level is missing or a gap lies between. Under
/// <see cref="HistoryCalendar.Business"/> a step over a week-end or a holiday is one return.
/// </summary>
public sealed class ObservedReturns
{
    private readonly double[] values;
    private readonly int[] begins;

    private ObservedReturns(FactorHistory history, double[] values, int[] begins)
    {
        History = history;
        this.values = values;
        this.begins = begins;
    }

    /// <summary>What the returns were taken of.</summary>
    public FactorHistory History { get; }

    /// <summary>The return of factor <paramref name="factor"/> of the history that ends on its day <paramref name="day"/>; NaN where there is none, infinite where it overflows.</summary>
    public double this[int day, int factor] => values[((long)day * History.Factors.Count) + factor];

    /// <summary>Days in ascending order are expected, as <see cref="Returns.Of"/> checks them.</summary>
    public static ObservedReturns Of(FactorHistory history, HistoryCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(history);
        int factors = history.Factors.Count;
        int[] begins = [.. Enumerable.Range(0, factors).Select(factor => YoungFactors.Begin(history, factor))];
        double[] values = new double[(long)history.Dates.Count * factors];
        Array.Fill(values, double.NaN);
        for (int day = 1; day < history.Dates.Count; day++)
        {
            if (HistoryChecks.IsGap(history, day, calendar))
                continue;
            for (int factor = 0; factor < factors; factor++)
            {
                if (!history.IsMissing(day - 1, factor) && !history.IsMissing(day, factor))
                    values[((long)day * factors) + factor] = Change(history, day, factor);
            }
        }
        return new ObservedReturns(history, values, begins);
    }

    /// <summary>The day of the factor's first level; the number of days where it has none.</summary>
    public int Begin(int factor) => begins[factor];

    /// <summary>All returns of one factor, oldest first: its longest history, whatever lookback the rest is held to.</summary>
    public double[] OfFactor(int factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(factor);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(factor, History.Factors.Count);
        List<double> column = [];
        for (int day = 1; day < History.Dates.Count; day++)
        {
            if (!double.IsNaN(this[day, factor]))
                column.Add(this[day, factor]);
        }
        return [.. column];
    }

    private static double Change(FactorHistory history, int day, int factor)
    {
        double before = history.Level(day - 1, factor);
        double after = history.Level(day, factor);
        return history.Factors[factor].IsLogarithmic ? ScalarMath.Log(after / before) : after - before;
    }
}

using GpuRisk.Domain.Market;

namespace GpuRisk.Calibration.History;

/// <summary>A factor's returns by day of the history, NaN where it has none, each cut at ten robust standard deviations, so that no single one decides.</summary>
internal sealed record LaggedReturns(double[] Values, IReadOnlyList<DateOnly> Dates)
{
    private const double Cut = 10;

    internal static LaggedReturns Of(ObservedReturns observed, int factor)
    {
        FactorHistory history = observed.History;
        double[] values = [.. Enumerable.Range(0, history.Dates.Count).Select(day => observed[day, factor])];
        double deviation = FactorSeries.DeviationPerMedian * FactorSeries.Median(values.Where(r => !double.IsNaN(r) && r != 0).Select(Math.Abs));
        for (int day = 0; day < values.Length; day++)
            values[day] = double.IsNaN(values[day]) ? double.NaN : Math.Clamp(values[day], -Cut * deviation, Cut * deviation);
        return new LaggedReturns(values, history.Dates);
    }
}

/// <summary>
/// How the returns of two factors go together. On the same day (<paramref name="Lag"/> 0) where their correlation there is at least 0.25; a day apart
/// where it is at least 0.4 there and at most a quarter of that on the same day. Markets that close at different hours share part of the same day and
/// stay above that quarter.
/// </summary>
/// <param name="Lag">Days by which the second is labelled late against the first: -1, 0 or 1.</param>
/// <param name="Correlation">At that lag, means taken as zero.</param>
/// <param name="From">The first day on which both have a return.</param>
internal sealed record LaggedFit(int First, int Second, int Lag, double Correlation, double SameDay, DateOnly From, DateOnly To)
{
    private const int LeastDays = 120;
    private const double Together = 0.25;
    private const double Apart = 0.4;
    private const double LargestSameDayPart = 0.25;

    /// <summary>Null where the two tell nothing.</summary>
    internal static LaggedFit? Of(LaggedReturns[] columns, int first, int second)
    {
        (double same, int days, int from, int to) = At(columns[first].Values, columns[second].Values, 0);
        if (days < LeastDays)
            return null;
        IReadOnlyList<DateOnly> dates = columns[first].Dates;
        if (Math.Abs(same) >= Together)
            return new LaggedFit(first, second, 0, same, same, dates[from], dates[to]);
        double late = At(columns[first].Values, columns[second].Values, 1).Correlation, early = At(columns[first].Values, columns[second].Values, -1).Correlation;
        (int lag, double best) = Math.Abs(late) >= Math.Abs(early) ? (1, late) : (-1, early);
        return Math.Abs(best) >= Apart && Math.Abs(same) <= LargestSameDayPart * Math.Abs(best)
            ? new LaggedFit(first, second, lag, best, same, dates[from], dates[to])
            : null;
    }

    internal bool Joins(int factor) => factor == First || factor == Second;

    internal int Other(int factor) => factor == First ? Second : First;

    /// <summary>Correlation of the first's return of a day with the second's <paramref name="lag"/> days of the history later.</summary>
    private static (double Correlation, int Days, int From, int To) At(double[] first, double[] second, int lag)
    {
        double xx = 0, yy = 0, xy = 0;
        int days = 0, from = 0, to = 0;
        for (int day = Math.Max(0, -lag); day < first.Length - Math.Max(0, lag); day++)
        {
            double x = first[day], y = second[day + lag];
            if (double.IsNaN(x) || double.IsNaN(y))
                continue;
            (xx, yy, xy) = (xx + (x * x), yy + (y * y), xy + (x * y));
            (from, to) = (days == 0 ? day : from, day);
            days++;
        }
        return (xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : 0, days, from, to);
    }
}

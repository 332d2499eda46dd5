using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;
using GpuRisk.Kernels;

namespace GpuRisk.Calibration;

/// <summary>
/// One-day returns, day x factor, oldest first: ln(level_t / level_{t-1}) for spot and volatility,
/// level_t - level_{t-1} for basis and rate. Every return is finite. A missing level is never filled: a day either has
/// a return for every factor or for none.
/// </summary>
public sealed class Returns
{
    private readonly double[] values;
    private readonly int[] historyDays;
    private readonly FactorHistory history;

    private Returns(FactorHistory history, double[] values, int[] historyDays, IReadOnlyList<string> notes)
    {
        this.values = values;
        this.historyDays = historyDays;
        this.history = history;
        Factors = history.Factors;
        Source = history.Source;
        EndDates = [.. historyDays.Select(day => history.Dates[day])];
        Notes = notes;
        Whole = this;
    }

    public IReadOnlyList<FactorId> Factors { get; }

    /// <summary>The date of the later of the two levels of each return, ascending.</summary>
    public IReadOnlyList<DateOnly> EndDates { get; }

    /// <summary>The file the levels were read from, for messages.</summary>
    public string Source { get; }

    /// <summary>Which returns were used and how many were left out.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>All usable returns of the history, whatever the lookback.</summary>
    public Returns Whole { get; private init; }

    public int Count => historyDays.Length;

    /// <summary>The return of <paramref name="factor"/> that ends on <c>EndDates[day]</c>.</summary>
    public double this[int day, int factor] => values[((long)day * Factors.Count) + factor];

    /// <summary>All returns of one factor, oldest first.</summary>
    public double[] OfFactor(int factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(factor);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(factor, Factors.Count);
        double[] column = new double[Count];
        for (int day = 0; day < column.Length; day++)
            column[day] = this[day, factor];
        return column;
    }

    /// <summary>True where return <paramref name="day"/> starts at the level at which the one before it ends.</summary>
    public bool ContinuesAt(int day) => day > 0 && historyDays[day] == historyDays[day - 1] + 1;

    /// <summary>
    /// The returns of <paramref name="history"/> under the rules for missing levels, calendar and lookback; the
    /// lookback counts the returns that are left.
    /// </summary>
    /// <exception cref="InvalidInputException">
    /// A level cannot be used, days are not ascending, or, under <see cref="MissingRule.Reject"/>, a level or a day is
    /// missing: every case is named.
    /// </exception>
    public static Returns Of(FactorHistory history, CalibrationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNegative(settings.Lookback);
        HistoryChecks.ThrowUnlessUsable(history, settings);

        int touching = 0;
        int spanning = 0;
        List<int> days = [];
        for (int day = 1; day < history.Dates.Count; day++)
        {
            if (HistoryChecks.HasMissing(history, day - 1) || HistoryChecks.HasMissing(history, day))
                touching++;
            else if (HistoryChecks.IsGap(history, day, settings.Calendar))
                spanning++;
            else
                days.Add(day);
        }
        int[] usable = [.. days];
        int[] kept = settings.Lookback > 0 && usable.Length > settings.Lookback ? usable[^settings.Lookback..] : usable;
        IReadOnlyList<string> notes = ReturnNotes.Of(history, settings, kept, usable.Length, touching, spanning);
        Returns whole = new(history, Values(history, usable), usable, notes);
        if (kept.Length == usable.Length)
            return whole;
        return new Returns(history, whole.Rows(usable.Length - kept.Length, kept.Length), kept, notes) { Whole = whole };
    }

    /// <summary>Those that end from <paramref name="from"/> to <paramref name="to"/>, both included, as a whole of their own.</summary>
    public Returns Within(DateOnly from, DateOnly to)
    {
        int first = EndDates.Count(date => date < from);
        int count = Math.Max(0, EndDates.Count(date => date <= to) - first);
        return new Returns(history, Rows(first, count), historyDays[first..(first + count)], Notes);
    }

    private double[] Rows(int first, int count) => values.AsSpan(first * Factors.Count, count * Factors.Count).ToArray();

    private static double[] Values(FactorHistory history, int[] days)
    {
        int factors = history.Factors.Count;
        double[] values = new double[(long)days.Length * factors];
        List<InputProblem> problems = [];
        long at = 0;
        foreach (int day in days)
        {
            for (int factor = 0; factor < factors; factor++)
            {
                double change = Change(history, day, factor);
                if (!double.IsFinite(change))
                    problems.Add(HistoryChecks.ReturnNotFinite(history, day, factor));
                values[at++] = change;
            }
        }
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        return values;
    }

    private static double Change(FactorHistory history, int day, int factor)
    {
        double before = history.Level(day - 1, factor);
        double after = history.Level(day, factor);
        return history.Factors[factor].IsLogarithmic ? ScalarMath.Log(after / before) : after - before;
    }
}

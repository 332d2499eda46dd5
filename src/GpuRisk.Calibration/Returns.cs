using GpuRisk.Calibration.History;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration;

/// <summary>
/// One-day returns, day x factor, oldest first: ln(level_t / level_{t-1}) for spot and volatility,
/// level_t - level_{t-1} for basis and rate. Every return is finite. A missing level is never filled: a day either has
/// a return for every factor or for none. Before its first level, and without any, a factor has the returns of its proxy
/// (<see cref="FactorProxy"/>), beta times those of another and a residual, or the day has none.
/// </summary>
public sealed class Returns
{
    private readonly double[] values;
    private readonly int[] historyDays;
    private readonly ReturnSource source;

    private Returns(ReturnSource source, double[] values, int[] historyDays, IReadOnlyList<string> notes, Returns? whole = null)
    {
        this.source = source;
        this.values = values;
        this.historyDays = historyDays;
        EndDates = [.. historyDays.Select(day => source.History.Dates[day])];
        Notes = notes;
        Whole = whole ?? this;
    }

    /// <summary>The history's, then those that it has no column of and a proxy gives, in the order of the settings.</summary>
    public IReadOnlyList<FactorId> Factors => source.Completed.Factors;

    /// <summary>The date of the later of the two levels of each return, ascending.</summary>
    public IReadOnlyList<DateOnly> EndDates { get; }

    /// <summary>The file the levels were read from, for messages.</summary>
    public string Source => source.History.Source;

    /// <summary>Which returns were used, how many were left out and which a proxy gave.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>What looks wrong in the whole history; see <see cref="HistorySuspicions"/>.</summary>
    public IReadOnlyList<string> Warnings => source.Warnings.Value;

    /// <summary>All usable returns of the history, whatever the lookback.</summary>
    public Returns Whole { get; }

    public int Count => historyDays.Length;

    /// <summary>The return of <paramref name="factor"/> that ends on <c>EndDates[day]</c>.</summary>
    public double this[int day, int factor] => values[((long)day * Factors.Count) + factor];

    /// <summary>All returns of one factor, oldest first.</summary>
    public double[] OfFactor(int factor)
    {
        ThrowUnlessFactor(factor);
        double[] column = new double[Count];
        for (int day = 0; day < column.Length; day++)
            column[day] = this[day, factor];
        return column;
    }

    /// <summary>
    /// All that the history has of one factor, oldest first, by proxy where the factor had not begun: on days, too, that lack a return of another factor
    /// and are no usable ones. Of a window: within it.
    /// </summary>
    public double[] Longest(int factor)
    {
        ThrowUnlessFactor(factor);
        List<double> column = [];
        for (int day = source.From; day <= source.To; day++)
        {
            if (!double.IsNaN(source.Completed[day, factor]))
                column.Add(source.Completed[day, factor]);
        }
        return [.. column];
    }

    /// <summary>The proxy in words: beta, factor, residual, days of its regression; null where no return of the factor is a proxy's.</summary>
    public string? Proxy(int factor) => ProxiedCount(factor) > 0 ? source.Completed.Rule(factor)!.Words : null;

    /// <summary>How many of the factor's returns are a proxy's.</summary>
    public int ProxiedCount(int factor)
    {
        ThrowUnlessFactor(factor);
        return historyDays.Count(day => source.Completed.Precedes(day, factor));
    }

    /// <summary>True where return <paramref name="day"/> starts at the level at which the one before it ends.</summary>
    public bool ContinuesAt(int day) => day > 0 && historyDays[day] == historyDays[day - 1] + 1;

    /// <summary>
    /// The returns of <paramref name="history"/> under the rules for missing levels, calendar and lookback; the
    /// lookback counts the returns that are left.
    /// </summary>
    /// <exception cref="InvalidInputException">
    /// A level cannot be used, days are not ascending, a proxy cannot be used, under <see cref="MissingRule.Reject"/> a level or a day is
    /// missing or a factor younger than the lookback has no proxy, or under <see cref="SuspectRule.Reject"/> something looks wrong: every case is named.
    /// </exception>
    public static Returns Of(FactorHistory history, CalibrationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNegative(settings.Lookback);
        HistoryChecks.ThrowUnlessUsable(history, settings);
        CompletedReturns completed = CompletedReturns.Of(ObservedReturns.Of(history, settings.Calendar), settings.Proxies);
        ReturnDays days = ReturnDays.Of(completed, settings);
        int[] usable = [.. days.Usable];
        int[] kept = settings.Lookback > 0 && usable.Length > settings.Lookback ? usable[^settings.Lookback..] : usable;
        IReadOnlyList<string> notes = ReturnNotes.Of(settings, completed, days, kept);
        ReturnSource source = new(completed, settings, days, new(() => [.. HistorySuspicions.Of(history, settings.Calendar), .. completed.Warnings]), 1, history.Dates.Count - 1);
        Returns whole = new(source, Values(completed, usable), usable, notes);
        if (settings.Suspect == SuspectRule.Reject && whole.Warnings.Count > 0)
            throw new InvalidInputException([.. whole.Warnings.Select(warning => HistoryChecks.Problem(history, warning))]);
        return kept.Length == usable.Length ? whole : whole.Part(source, usable.Length - kept.Length, kept.Length, notes, whole);
    }

    /// <summary>Those that end from <paramref name="from"/> to <paramref name="to"/>, both included, as a whole of their own.</summary>
    public Returns Within(DateOnly from, DateOnly to)
    {
        int first = EndDates.Count(date => date < from);
        int count = Math.Max(0, EndDates.Count(date => date <= to) - first);
        IReadOnlyList<string> notes = ReturnNotes.OfWindow(source.Settings, source.Completed, source.Days, historyDays[first..(first + count)], from, to);
        ReturnSource window = source with
        {
            From = Math.Max(source.From, source.History.Dates.Count(date => date < from)),
            To = Math.Min(source.To, source.History.Dates.Count(date => date <= to) - 1),
        };
        return Part(window, first, count, notes, null);
    }

    private Returns Part(ReturnSource of, int first, int count, IReadOnlyList<string> notes, Returns? whole) => new(
        of, values.AsSpan(first * Factors.Count, count * Factors.Count).ToArray(), historyDays[first..(first + count)], notes, whole);

    private void ThrowUnlessFactor(int factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(factor);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(factor, Factors.Count);
    }

    private static double[] Values(CompletedReturns completed, int[] days)
    {
        int factors = completed.Factors.Count;
        double[] values = new double[(long)days.Length * factors];
        List<InputProblem> problems = [];
        long at = 0;
        foreach (int day in days)
        {
            for (int factor = 0; factor < factors; factor++)
            {
                double change = completed[day, factor];
                if (!double.IsFinite(change))
                    problems.Add(HistoryChecks.ReturnNotFinite(completed, day, factor));
                values[at++] = change;
            }
        }
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        return values;
    }
}

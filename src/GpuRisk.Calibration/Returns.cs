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
    private readonly CompletedReturns completed;
    private readonly Lazy<IReadOnlyList<string>> warnings;

    private Returns(
        CompletedReturns completed, double[] values, int[] historyDays, IReadOnlyList<string> notes, Lazy<IReadOnlyList<string>> warnings, Returns? whole = null)
    {
        this.completed = completed;
        this.values = values;
        this.historyDays = historyDays;
        this.warnings = warnings;
        EndDates = [.. historyDays.Select(day => completed.History.Dates[day])];
        Notes = notes;
        Whole = whole ?? this;
    }

    /// <summary>The history's, then those that it has no column of and a proxy gives, in the order of the settings.</summary>
    public IReadOnlyList<FactorId> Factors => completed.Factors;

    /// <summary>The date of the later of the two levels of each return, ascending.</summary>
    public IReadOnlyList<DateOnly> EndDates { get; }

    /// <summary>The file the levels were read from, for messages.</summary>
    public string Source => completed.History.Source;

    /// <summary>Which returns were used, how many were left out and which a proxy gave.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>What looks wrong in the whole history; see <see cref="HistorySuspicions"/>.</summary>
    public IReadOnlyList<string> Warnings => warnings.Value;

    /// <summary>All usable returns of the history, whatever the lookback.</summary>
    public Returns Whole { get; }

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

    /// <summary>The proxy in words: beta, factor, residual, days of its regression; null where no return of the factor is a proxy's.</summary>
    public string? Proxy(int factor) => ProxiedCount(factor) > 0 ? completed.Rule(factor)!.Words : null;

    /// <summary>How many of the factor's returns are a proxy's.</summary>
    public int ProxiedCount(int factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(factor);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(factor, Factors.Count);
        return historyDays.Count(day => completed.Precedes(day, factor));
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
        Lazy<IReadOnlyList<string>> warnings = new(() => HistorySuspicions.Of(history, settings.Calendar));
        Returns whole = new(completed, Values(completed, usable), usable, notes, warnings);
        if (settings.Suspect == SuspectRule.Reject && whole.Warnings.Count > 0)
            throw new InvalidInputException([.. whole.Warnings.Select(warning => HistoryChecks.Problem(history, warning))]);
        return kept.Length == usable.Length ? whole : whole.Part(usable.Length - kept.Length, kept.Length, whole);
    }

    /// <summary>Those that end from <paramref name="from"/> to <paramref name="to"/>, both included, as a whole of their own.</summary>
    public Returns Within(DateOnly from, DateOnly to)
    {
        int first = EndDates.Count(date => date < from);
        return Part(first, Math.Max(0, EndDates.Count(date => date <= to) - first), null);
    }

    private Returns Part(int first, int count, Returns? whole) => new(
        completed, values.AsSpan(first * Factors.Count, count * Factors.Count).ToArray(), historyDays[first..(first + count)], Notes, warnings, whole);

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

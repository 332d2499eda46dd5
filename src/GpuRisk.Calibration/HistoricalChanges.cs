using System.Globalization;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration;

/// <summary>Which changes of a history are scenarios, and how a change is made of returns.</summary>
internal sealed class HistoricalChanges
{
    private readonly int horizonDays;
    private readonly bool scaled;
    private readonly bool overlapping;
    private readonly int disjoint;

    private HistoricalChanges(Returns returns, SimulationSettings simulation)
    {
        horizonDays = simulation.HorizonDays;
        // Over one day the two rules are the same.
        scaled = simulation.Horizon == HorizonRule.Scale && horizonDays > 1;
        overlapping = simulation.Overlapping;
        int[] all = PathEnds(returns, Span);
        int[] apart = Disjoint(all, Span);
        disjoint = apart.Length;
        Ends = overlapping ? all : apart;
    }

    /// <summary>The return with which each change ends, ascending.</summary>
    public int[] Ends { get; }

    /// <summary>One-day returns of a change.</summary>
    public int Span => scaled ? 1 : horizonDays;

    public static HistoricalChanges Of(Returns returns, SimulationSettings simulation)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentOutOfRangeException.ThrowIfLessThan(simulation.HorizonDays, 1);
        return new HistoricalChanges(returns, simulation);
    }

    public double Change(Returns returns, int end, int factor)
    {
        if (scaled)
            return returns[end, factor] * Math.Sqrt(horizonDays);
        double sum = 0;
        for (int day = end - horizonDays + 1; day <= end; day++)
            sum += returns[day, factor];
        return sum;
    }

    public string TooFew(int returns, int least) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Ends.Length} historical scenarios of {(scaled ? "one day" : $"{horizonDays}{(overlapping || horizonDays == 1 ? "" : " disjoint")} consecutive days")} from {returns} usable one-day returns; expected at least {least}");

    public string NotFinite(Returns returns, int end, int factor) => string.Create(
        CultureInfo.InvariantCulture,
        $"{HistoryChecks.Iso(returns.EndDates[end])}: the {horizonDays}-day change of {returns.Factors[factor]} is not finite; expected levels of one scale");

    /// <summary>What the scenarios are, and how far they can be taken for independent.</summary>
    public IEnumerable<string> Notes(Returns returns)
    {
        string range = $"ending {HistoryChecks.Iso(returns.EndDates[Ends[0]])} to {HistoryChecks.Iso(returns.EndDates[Ends[^1]])}";
        if (scaled)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"historical scenarios: {Ends.Length} one-day changes times the square root of {horizonDays} days, {range}");
            yield break;
        }
        string kind = horizonDays == 1 ? "one-day" : string.Create(CultureInfo.InvariantCulture, $"{(overlapping ? "overlapping" : "disjoint")} {horizonDays}-day");
        yield return string.Create(CultureInfo.InvariantCulture, $"historical scenarios: {Ends.Length} {kind} changes {range}");
        if (overlapping && horizonDays > 1)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"overlapping changes depend on one another: {Ends.Length} of {horizonDays} days hold about {disjoint} independent ones, and the printed errors, which take all for independent, are too small");
        }
    }

    /// <summary>The returns with which a run of <paramref name="span"/> consecutive returns ends.</summary>
    private static int[] PathEnds(Returns returns, int span)
    {
        List<int> ends = [];
        int run = 0;
        for (int day = 0; day < returns.Count; day++)
        {
            run = returns.ContinuesAt(day) ? run + 1 : 1;
            if (run >= span)
                ends.Add(day);
        }
        return [.. ends];
    }

    /// <summary>From the newest back, those that share no return with the one taken before.</summary>
    private static int[] Disjoint(int[] ends, int span)
    {
        List<int> apart = [];
        long free = long.MaxValue;
        foreach (int end in ends.AsEnumerable().Reverse())
        {
            if (end > free)
                continue;
            apart.Add(end);
            free = (long)end - span;
        }
        apart.Reverse();
        return [.. apart];
    }
}

using System.Globalization;
using GpuRisk.Domain.Market;

namespace GpuRisk.Calibration.History;

/// <summary>
/// Spot factors whose days are labelled one late or one early against the others: their returns go with the others' of the neighbouring day, and
/// not with those of the same day. Which of two is the late one cannot be told from them; the fewer are named, of as many those that come later.
/// </summary>
internal static class ShiftedSeries
{
    /// <summary>Later factors are compared with these alone: enough to tell, and linear in the factors.</summary>
    private const int LargestReference = 32;

    private const int Named = 4;

    internal static IEnumerable<string> Of(ObservedReturns observed)
    {
        int[] factors = [.. Enumerable.Range(0, observed.History.Factors.Count).Where(factor => observed.History.Factors[factor].Kind == FactorKind.Spot)];
        LaggedReturns[] columns = [.. factors.Select(factor => LaggedReturns.Of(observed, factor))];
        List<LaggedFit> fits = [];
        for (int reference = 0; reference < Math.Min(columns.Length, LargestReference); reference++)
        {
            for (int other = reference + 1; other < columns.Length; other++)
            {
                if (LaggedFit.Of(columns, reference, other) is { } fit)
                    fits.Add(fit);
            }
        }
        return fits.Exists(fit => fit.Lag != 0) ? Warnings(observed, factors, fits) : [];
    }

    private static IEnumerable<string> Warnings(ObservedReturns observed, int[] factors, List<LaggedFit> fits)
    {
        int[] lateness = Lateness(factors.Length, fits, out int[] group);
        foreach (int[] members in Enumerable.Range(0, factors.Length).GroupBy(member => group[member]).Select(members => members.ToArray()))
        {
            int most = members.GroupBy(member => lateness[member]).MaxBy(same => same.Count())!.Key;
            foreach (int member in members.Where(member => lateness[member] != most))
            {
                LaggedFit[] against = [.. fits.Where(fit => fit.Lag != 0 && fit.Joins(member) && lateness[fit.Other(member)] == most)];
                if (against.Length > 0)
                    yield return Sentence(observed, factors, member, lateness[member] > most, against);
            }
        }
    }

    /// <summary>Days by which each is late against the first of its group, from pair to pair, the closest pairs first.</summary>
    private static int[] Lateness(int count, List<LaggedFit> fits, out int[] group)
    {
        int[] lateness = new int[count];
        int[] groups = [.. Enumerable.Range(0, count)];
        foreach (LaggedFit fit in fits.OrderByDescending(fit => Math.Abs(fit.Correlation)))
        {
            int joined = groups[fit.Second], into = groups[fit.First];
            if (joined == into)
                continue;
            int shift = lateness[fit.First] + fit.Lag - lateness[fit.Second];
            for (int member = 0; member < count; member++)
            {
                if (groups[member] == joined)
                    (groups[member], lateness[member]) = (into, lateness[member] + shift);
            }
        }
        group = groups;
        return lateness;
    }

    private static string Sentence(ObservedReturns observed, int[] factors, int member, bool late, LaggedFit[] against)
    {
        IReadOnlyList<FactorId> names = observed.History.Factors;
        string others = string.Join(", ", against.Take(Named).Select(fit => names[factors[fit.Other(member)]]));
        string more = against.Length > Named ? string.Create(CultureInfo.InvariantCulture, $" and {against.Length - Named} more") : "";
        LaggedFit best = against.MaxBy(fit => Math.Abs(fit.Correlation))!;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{names[factors[member]]} looks labelled one day {(late ? "late" : "early")} against {others}{more}, {HistoryChecks.Iso(best.From)} to {HistoryChecks.Iso(best.To)}: correlation up to {best.Correlation:F2} with their returns of the day {(late ? "before" : "after")}, {best.SameDay:F2} with those of the same day; expected its dates one day {(late ? "earlier" : "later")}");
    }
}

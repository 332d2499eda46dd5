using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration;

/// <summary>Scenarios taken from history, and what there is to say about them.</summary>
public sealed record HistoricalScenarioSet(ShockMatrix Shocks, IReadOnlyList<string> Notes);

/// <summary>
/// Historical simulation: each scenario is a change of every factor that the history saw, labelled with the ISO date on which it ends.
/// <code>
/// by path      the sum of h consecutive one-day returns, h the horizon's days; none reaches across a gap or a missing level
/// by scaling   one one-day return times sqrt(h)
/// </code>
/// By path the changes overlap, each day the end of one, or are disjoint: counted back from the newest day.
/// </summary>
public static class HistoricalScenarios
{
    private const int LeastScenarios = 2;

    /// <summary>Scenarios oldest first, source <c>historical</c>. The lookback counts one-day returns, not scenarios.</summary>
    /// <param name="simulation">Its horizon, the rule for it, and whether changes overlap.</param>
    /// <exception cref="InvalidInputException">The history cannot be used, or gives fewer than two scenarios.</exception>
    public static HistoricalScenarioSet Build(FactorHistory history, CalibrationSettings settings, SimulationSettings simulation)
    {
        Returns returns = Returns.Of(history, settings);
        HistoricalScenarioSet set = Of(returns, simulation);
        return set with { Notes = [.. returns.Notes, .. set.Notes] };
    }

    /// <summary>The scenarios of returns that are there, and notes about them alone.</summary>
    /// <exception cref="InvalidInputException">There are fewer than two scenarios, or one is not finite.</exception>
    public static HistoricalScenarioSet Of(Returns returns, SimulationSettings simulation)
    {
        ArgumentNullException.ThrowIfNull(returns);
        HistoricalChanges changes = HistoricalChanges.Of(returns, simulation);
        if (changes.Ends.Length < LeastScenarios)
            throw new InvalidInputException(new InputProblem(returns.Source, 1, 1, changes.TooFew(returns.Count, LeastScenarios)));
        return new HistoricalScenarioSet(Matrix(returns, changes), [.. changes.Notes(returns)]);
    }

    internal static ShockMatrix Matrix(Returns returns, HistoricalChanges changes)
    {
        double[] shocks = new double[(long)returns.Factors.Count * changes.Ends.Length];
        List<InputProblem> problems = [];
        long at = 0;
        for (int factor = 0; factor < returns.Factors.Count; factor++)
        {
            foreach (int end in changes.Ends)
            {
                double change = changes.Change(returns, end, factor);
                shocks[at++] = change;
                if (!double.IsFinite(change))
                    problems.Add(new InputProblem(returns.Source, 1, 1, changes.NotFinite(returns, end, factor)));
            }
        }
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        string[] labels = [.. changes.Ends.Select(end => HistoryChecks.Iso(returns.EndDates[end]))];
        return new ShockMatrix(returns.Factors, changes.Ends.Length, shocks, "historical", labels);
    }
}

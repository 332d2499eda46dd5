using System.Globalization;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration;

/// <summary>Scenarios taken from history, and what there is to say about them.</summary>
public sealed record HistoricalScenarioSet(ShockMatrix Shocks, IReadOnlyList<string> Notes);

/// <summary>
/// Historical simulation: each scenario is the change of every factor over horizonDays consecutive one-day returns, their
/// sum, labelled with the ISO date on which it ends. Windows overlap; none reaches across a gap or a missing level.
/// </summary>
public static class HistoricalScenarios
{
    private const int LeastScenarios = 2;

    /// <summary>Scenarios oldest first, source <c>historical</c>. The lookback counts one-day returns, not scenarios.</summary>
    /// <param name="horizonDays">Margin period of risk in days, at least 1.</param>
    /// <exception cref="InvalidInputException">The history cannot be used, or gives fewer than two scenarios.</exception>
    public static HistoricalScenarioSet Build(FactorHistory history, CalibrationSettings settings, int horizonDays)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizonDays, 1);
        Returns returns = Returns.Of(history, settings);
        int[] ends = WindowEnds(returns, horizonDays);
        if (ends.Length < LeastScenarios)
            throw new InvalidInputException(new InputProblem(returns.Source, 1, 1, string.Create(
                CultureInfo.InvariantCulture,
                $"{ends.Length} historical scenarios of {horizonDays} consecutive days from {returns.Count} usable one-day returns; expected at least {LeastScenarios}")));

        double[] shocks = Sums(returns, ends, horizonDays);
        string[] labels = [.. ends.Select(end => HistoryChecks.Iso(returns.EndDates[end]))];
        ShockMatrix matrix = new(returns.Factors, ends.Length, shocks, "historical", labels);
        string note = string.Create(
            CultureInfo.InvariantCulture,
            $"historical scenarios: {ends.Length} overlapping {horizonDays}-day changes ending {labels[0]} to {labels[^1]}");
        return new HistoricalScenarioSet(matrix, [.. returns.Notes, note]);
    }

    /// <summary>The returns with which a run of horizonDays consecutive returns ends.</summary>
    private static int[] WindowEnds(Returns returns, int horizonDays)
    {
        List<int> ends = [];
        int run = 0;
        for (int day = 0; day < returns.Count; day++)
        {
            run = returns.ContinuesAt(day) ? run + 1 : 1;
            if (run >= horizonDays)
                ends.Add(day);
        }
        return [.. ends];
    }

    private static double[] Sums(Returns returns, int[] ends, int horizonDays)
    {
        double[] shocks = new double[(long)returns.Factors.Count * ends.Length];
        List<InputProblem> problems = [];
        for (int factor = 0; factor < returns.Factors.Count; factor++)
        {
            for (int scenario = 0; scenario < ends.Length; scenario++)
            {
                double sum = 0;
                for (int day = ends[scenario] - horizonDays + 1; day <= ends[scenario]; day++)
                    sum += returns[day, factor];
                shocks[((long)factor * ends.Length) + scenario] = sum;
                if (!double.IsFinite(sum))
                    problems.Add(new InputProblem(returns.Source, 1, 1, string.Create(
                        CultureInfo.InvariantCulture,
                        $"{HistoryChecks.Iso(returns.EndDates[ends[scenario]])}: the {horizonDays}-day change of {returns.Factors[factor]} is not finite; expected levels of one scale")));
            }
        }
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        return shocks;
    }
}

using System.Globalization;
using GpuRisk.Calibration.History;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration;

/// <summary>
/// What a history must satisfy before a return is taken. The reader has checked files; a history can also come from
/// elsewhere, so this is the second door. A history carries no line numbers: problems name the date and the factor.
/// </summary>
internal static class HistoryChecks
{
    private const int LongestBusinessStep = 4;

    internal static void ThrowUnlessUsable(FactorHistory history, CalibrationSettings settings)
    {
        List<InputProblem> problems = [];
        if (history.Factors.Count == 0)
            problems.Add(Problem(history, "no factor; expected at least one column beside the date"));
        int[] begins = [.. Enumerable.Range(0, history.Factors.Count).Select(factor => YoungFactors.Begin(history, factor))];
        for (int day = 0; day < history.Dates.Count; day++)
        {
            AddOrder(history, day, problems);
            AddLevels(history, day, problems);
            if (settings.Missing == MissingRule.Reject)
                AddMissing(history, begins, day, settings.Calendar, problems);
        }
        problems.AddRange(YoungFactors.Problems(history, settings));
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
    }

    /// <summary>True where the step from the day before to <paramref name="day"/> leaves out a day that the calendar has.</summary>
    internal static bool IsGap(FactorHistory history, int day, HistoryCalendar calendar) =>
        Step(history, day) > (calendar == HistoryCalendar.Business ? LongestBusinessStep : 1);

    internal static InputProblem ReturnNotFinite(CompletedReturns completed, int day, int factor)
    {
        FactorHistory history = completed.History;
        string levels = completed.Precedes(day, factor)
            ? "by proxy"
            : string.Create(CultureInfo.InvariantCulture, $"from {history.Level(day - 1, factor)} to {history.Level(day, factor)}");
        return Problem(history, $"{Iso(history.Dates[day])}: the return of {completed.Factors[factor]} {levels} is not finite; expected levels of one scale");
    }

    internal static InputProblem Problem(FactorHistory history, string message) => new(history.Source, 1, 1, message);

    internal static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Step(FactorHistory history, int day) => history.Dates[day].DayNumber - history.Dates[day - 1].DayNumber;

    private static void AddOrder(FactorHistory history, int day, List<InputProblem> problems)
    {
        if (day > 0 && Step(history, day) <= 0)
            problems.Add(Problem(
                history,
                $"{Iso(history.Dates[day])} comes after {Iso(history.Dates[day - 1])}; expected each date once, in ascending order"));
    }

    private static void AddLevels(FactorHistory history, int day, List<InputProblem> problems)
    {
        for (int factor = 0; factor < history.Factors.Count; factor++)
        {
            double level = history.Level(day, factor);
            bool logarithmic = history.Factors[factor].IsLogarithmic;
            if (double.IsInfinity(level) || (logarithmic && level <= 0))
                problems.Add(Problem(
                    history,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Iso(history.Dates[day])}: the level {level} of {history.Factors[factor]} cannot be used; expected a finite {(logarithmic ? "positive " : "")}number")));
        }
    }

    /// <summary>A factor's empty cells before its first level are <see cref="YoungFactors"/>' matter.</summary>
    private static void AddMissing(FactorHistory history, int[] begins, int day, HistoryCalendar calendar, List<InputProblem> problems)
    {
        FactorId[] missing = [.. history.Factors.Where((_, factor) => day > begins[factor] && history.IsMissing(day, factor))];
        if (missing.Length > 0)
            problems.Add(Problem(
                history,
                $"{Iso(history.Dates[day])}: no level of {string.Join(", ", missing)}; expected a level of every factor on every day, or the missing rule \"drop\""));
        if (day > 0 && IsGap(history, day, calendar))
        {
            string expected = calendar == HistoryCalendar.Business
                ? $"steps of at most {LongestBusinessStep} days (business calendar)"
                : "every calendar day (daily calendar)";
            problems.Add(Problem(
                history,
                $"no day between {Iso(history.Dates[day - 1])} and {Iso(history.Dates[day])}; expected {expected}, or the missing rule \"drop\""));
        }
    }
}

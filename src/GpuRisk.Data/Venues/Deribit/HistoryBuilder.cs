using System.Globalization;
using GpuRisk.Data.Input;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Venues.Deribit;

/// <summary>Gathers a factor's levels and checks what every layout of history file must hold: ascending days, each once; positive prices and volatilities.</summary>
internal sealed class HistoryBuilder(HistorySource source, FileProblems problems)
{
    private readonly List<DailyLevel> levels = [];
    private DateOnly? last;
    private int unknown;

    /// <summary>A day and its level; null where the file leaves the level empty.</summary>
    public void Add(DateOnly date, double? value, TextPlace dateAt, TextPlace valueAt)
    {
        if (last is { } previous && date <= previous)
        {
            problems.Add(dateAt.Line, dateAt.Column, date == previous
                ? $"the day {Day(date)} stands twice; each day once is expected"
                : $"the day {Day(date)} follows {Day(previous)}; ascending days are expected");
            return;
        }
        last = date;
        if (value is not { } level)
        {
            unknown++;
            return;
        }
        if (source.Factor.IsLogarithmic && level <= 0)
            problems.Add(valueAt.Line, valueAt.Column, string.Create(CultureInfo.InvariantCulture, $"the level {level:R} of {source.Factor} is not positive; a number above zero is expected"));
        else
            levels.Add(new DailyLevel(date, level, dateAt));
    }

    public HistorySeries Build()
    {
        if (levels.Count == 0 && !problems.Any)
            problems.Add($"the file has no level of {source.Factor}; a level a day is expected");
        return new HistorySeries(source.Factor, source.Path, levels, unknown);
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

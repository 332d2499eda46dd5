using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Venues.Deribit;

/// <summary>The daily levels of one factor as a file has them: days ascending, each once; days without a level are left out.</summary>
/// <param name="Unknown">Days whose level the file leaves empty.</param>
internal sealed record HistorySeries(FactorId Factor, string File, IReadOnlyList<DailyLevel> Levels, int Unknown);

/// <param name="At">Where the file has the day.</param>
internal readonly record struct DailyLevel(DateOnly Date, double Value, TextPlace At);

/// <summary>A line and a column, from 1.</summary>
internal readonly record struct TextPlace(int Line, int Column);

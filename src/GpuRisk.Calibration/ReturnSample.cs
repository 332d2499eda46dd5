using GpuRisk.Domain.Market;

namespace GpuRisk.Calibration;

/// <summary>Returns of every factor on some days, plain or devolatilised.</summary>
/// <param name="Source">The file that the levels were read from, for messages.</param>
/// <param name="Dates">The day on which each return ends, ascending.</param>
/// <param name="Columns">One a factor, of as many returns as there are dates.</param>
/// <param name="Volatilities">What devolatilised returns were divided by, as the columns; empty for plain ones.</param>
/// <param name="Notes">What was left out: one sentence each.</param>
public sealed record ReturnSample(
    IReadOnlyList<FactorId> Factors, string Source, DateOnly[] Dates, double[][] Columns, double[][] Volatilities, IReadOnlyList<string> Notes)
{
    public int Count => Dates.Length;

    public DateOnly? First => Count > 0 ? Dates[0] : null;

    public DateOnly? Last => Count > 0 ? Dates[^1] : null;

    public static ReturnSample Of(Returns returns) => new(
        returns.Factors, returns.Source, [.. returns.EndDates], [.. Enumerable.Range(0, returns.Factors.Count).Select(returns.OfFactor)], [], []);

    /// <summary>The newest <paramref name="days"/>; 0: all.</summary>
    public ReturnSample Newest(int days) => days == 0 || days >= Count
        ? this
        : this with
        {
            Dates = Dates[^days..],
            Columns = [.. Columns.Select(column => column[^days..])],
            Volatilities = [.. Volatilities.Select(column => column[^days..])],
        };

    /// <summary>True where a factor moved on none of the days.</summary>
    public bool IsConstant(int factor) => Array.TrueForAll(Columns[factor], r => r * r == 0);
}

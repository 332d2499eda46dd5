using System.Globalization;
using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books;

/// <summary>
/// Columns of a history that begin with empty cells: factors younger than the history. They are no error where a proxy or the lookback covers
/// them, and one each where not, at the first empty cell.
/// </summary>
internal sealed class YoungColumns(Table table, IReadOnlyList<FactorId> factors)
{
    private readonly (int Line, int Column)[] first = new (int, int)[factors.Count];
    private readonly int[] empty = new int[factors.Count];
    private readonly bool[] begun = new bool[factors.Count];

    public void Begin(int field) => begun[field - 1] = true;

    /// <summary>Called for an empty cell: true where all above it in its column are empty too.</summary>
    public bool StillEmpty(int field)
    {
        int factor = field - 1;
        if (begun[factor])
            return false;
        if (empty[factor]++ == 0)
            first[factor] = (table.Line, table.ColumnOf(field));
        return true;
    }

    /// <summary>Called after the last row.</summary>
    /// <param name="dates">One a row.</param>
    public void Report(IReadOnlyList<DateOnly> dates, CalibrationSettings rules, FileProblems problems)
    {
        for (int factor = 0; factor < factors.Count; factor++)
        {
            FactorId id = factors[factor];
            int available = dates.Count - 1 - empty[factor];
            if (empty[factor] == 0 || rules.Proxies.Any(proxy => proxy.Factor == id))
                continue;
            string name = Excerpt.Of(id.ToString());
            if (!begun[factor])
                problems.Add(first[factor].Line, first[factor].Column, $"there is no level of {name} on any day; levels, or a proxy of it in {BookFiles.Settings}, are expected");
            else if (rules.Missing == MissingRule.Reject && (rules.Lookback == 0 || available < rules.Lookback))
                problems.Add(first[factor].Line, first[factor].Column, Sentence(name, dates[empty[factor]], available));
        }
    }

    private static string Sentence(string name, DateOnly begin, int available)
    {
        string lookback = available > 0 ? string.Create(CultureInfo.InvariantCulture, $"\"lookback\" of at most {available}, ") : "";
        return $"the level of {name} is missing before {CalendarDate.Format(begin)}; a proxy of it, {lookback}or \"missing\": \"drop\" in {BookFiles.Settings} is expected";
    }
}

using GpuRisk.Data.Input;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Tables;

/// <summary>The header of a table of factors: a first column that names the rows, then a column a factor.</summary>
/// <param name="Factors">One a column after the first.</param>
/// <param name="IsSound">False where a column is not a factor; the problem is then on the list.</param>
internal sealed record FactorColumns(IReadOnlyList<FactorId> Factors, bool IsSound)
{
    /// <returns>Null where a column cannot hold what is expected of it; the problem is then on the list.</returns>
    public static FactorColumns? Read(Table table, TableColumn first)
    {
        bool readable = table.Accepts(0, first.Sort);
        for (int field = 1; field < table.Header.Length; field++)
            readable &= table.Accepts(field, CellSort.Number);
        FactorColumns columns = ReadHeader(table, first.Name);
        return readable ? columns : null;
    }

    private static FactorColumns ReadHeader(Table table, string firstColumn)
    {
        bool sound = true;
        if (table.Header[0] != firstColumn)
        {
            sound = false;
            table.Report(0, $"the first column is {Excerpt.Of(table.Header[0])}; '{firstColumn}' is expected");
        }

        if (table.Header.Length == 1)
        {
            sound = false;
            table.Report(0, $"there is no factor column; a column a factor, such as spot:BTC, is expected after '{firstColumn}'");
        }

        FactorId[] factors = new FactorId[table.Header.Length - 1];
        HashSet<FactorId> seen = [];
        for (int column = 0; column < factors.Length; column++)
            sound &= TryFactor(table, column + 1, seen, out factors[column]);
        return new FactorColumns(factors, sound);
    }

    private static bool TryFactor(Table table, int field, HashSet<FactorId> seen, out FactorId factor)
    {
        string text = table.Header[field];
        if (!FactorId.TryParse(text, out factor) || !TableName.IsValid(factor.Name))
        {
            table.Report(field, $"column {Excerpt.Of(text)} is not a factor; spot:NAME, vol:NAME, basis:NAME or rate:CURRENCY is expected");
            return false;
        }

        if (seen.Add(factor))
            return true;
        table.Report(field, $"factor {Excerpt.Of(text)} appears twice; one column a factor is expected");
        return false;
    }
}

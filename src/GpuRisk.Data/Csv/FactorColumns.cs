using GpuRisk.Data.Input;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Csv;

/// <summary>The header of a table of factors: a first column that names the rows, then a column a factor.</summary>
/// <param name="Factors">One a column after the first.</param>
/// <param name="IsSound">False where a column is not a factor; the problem is then on the list.</param>
internal sealed record FactorColumns(IReadOnlyList<FactorId> Factors, bool IsSound)
{
    public static FactorColumns Read(CsvTable table, string firstColumn)
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

    private static bool TryFactor(CsvTable table, int field, HashSet<FactorId> seen, out FactorId factor)
    {
        string text = table.Header[field];
        if (!FactorId.TryParse(text, out factor) || !Text.TableName.IsValid(factor.Name))
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

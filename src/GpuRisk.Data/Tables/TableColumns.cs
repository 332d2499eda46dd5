using GpuRisk.Data.Input;

namespace GpuRisk.Data.Tables;

/// <summary>Finds the columns of a table with fixed columns; they may stand in any order.</summary>
internal static class TableColumns
{
    /// <returns>For each expected column its field; null where the header is wrong, and every problem is then on the list.</returns>
    public static int[]? Locate(Table table, TableColumn[] expected)
    {
        string names = string.Join(", ", expected.Select(column => column.Name));
        bool wrong = false;
        for (int field = 0; field < table.Header.Length; field++)
        {
            string name = table.Header[field];
            int found = Array.FindIndex(expected, column => column.Name == name);
            string? problem = found < 0 ? "is unknown"
                : Array.IndexOf(table.Header, name) < field ? "appears twice"
                : null;
            if (problem is null)
            {
                wrong |= !table.Accepts(field, expected[found].Sort);
                continue;
            }

            wrong = true;
            table.Report(field, $"column {Excerpt.Of(name)} {problem}; the columns {names} are expected");
        }

        foreach (TableColumn column in expected.Where(column => !table.Header.Contains(column.Name)))
        {
            wrong = true;
            table.Report(0, $"column '{column.Name}' is missing; the columns {names} are expected");
        }

        return wrong ? null : [.. expected.Select(column => Array.IndexOf(table.Header, column.Name))];
    }
}

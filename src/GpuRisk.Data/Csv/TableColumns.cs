using GpuRisk.Data.Input;

namespace GpuRisk.Data.Csv;

/// <summary>Finds the columns of a table with fixed columns; they may stand in any order.</summary>
internal static class TableColumns
{
    /// <returns>For each expected column its field; null where the header is wrong, and every problem is then on the list.</returns>
    public static int[]? Locate(CsvTable table, string[] expected)
    {
        bool wrong = false;
        for (int field = 0; field < table.Header.Length; field++)
        {
            string name = table.Header[field];
            string? problem = Array.IndexOf(expected, name) < 0 ? "is unknown"
                : Array.IndexOf(table.Header, name) < field ? "appears twice"
                : null;
            if (problem is null)
                continue;
            wrong = true;
            table.Report(field, $"column {Excerpt.Of(name)} {problem}; the columns {string.Join(", ", expected)} are expected");
        }

        foreach (string name in expected.Where(name => !table.Header.Contains(name)))
        {
            wrong = true;
            table.Report(0, $"column '{name}' is missing; the columns {string.Join(", ", expected)} are expected");
        }

        return wrong ? null : [.. expected.Select(name => Array.IndexOf(table.Header, name))];
    }
}

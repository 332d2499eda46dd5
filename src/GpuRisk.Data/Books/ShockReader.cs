using GpuRisk.Data.Input;
using GpuRisk.Data.Tables;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Books;

/// <summary>Reads scenarios that are given from outside: a table <c>scenario,FACTOR,FACTOR...</c>, one row a scenario.</summary>
public static class ShockReader
{
    /// <returns>The shocks, with the first column as labels and the file's name as source.</returns>
    /// <exception cref="InvalidInputException">Something is wrong; all that is, up to 100 problems.</exception>
    public static ShockMatrix Read(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ProblemList problems = new();
        FileProblems own = problems.Of(file);
        List<string> labels = [];
        List<double> rows = [];
        IReadOnlyList<FactorId> factors = ReadRows(file, own, labels, rows);
        problems.ThrowIfAny();
        return new ShockMatrix(factors, labels.Count, FactorMajor(rows, factors.Count), Path.GetFileName(file), labels);
    }

    private static IReadOnlyList<FactorId> ReadRows(string file, FileProblems problems, List<string> labels, List<double> rows)
    {
        using Table? table = TableFile.Open(file, problems);
        if (table is null || FactorColumns.Read(table, BookFiles.ShocksFirst) is not { } columns)
            return [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (table.Read())
        {
            bool named = table.TryName(0, "scenario", out string label);
            if (named && !seen.Add(label))
                table.Report(0, $"scenario {Excerpt.Of(label)} appears twice; one row a scenario is expected");
            labels.Add(label);
            for (int factor = 0; factor < columns.Factors.Count; factor++)
            {
                table.TryFinite(factor + 1, "shock", out double shock);
                rows.Add(shock);
            }
        }

        return columns.Factors;
    }

    private static double[] FactorMajor(List<double> rows, int factors)
    {
        int scenarios = rows.Count / factors;
        double[] values = new double[rows.Count];
        for (int scenario = 0; scenario < scenarios; scenario++)
        {
            for (int factor = 0; factor < factors; factor++)
                values[(factor * scenarios) + scenario] = rows[(scenario * factors) + factor];
        }

        return values;
    }
}

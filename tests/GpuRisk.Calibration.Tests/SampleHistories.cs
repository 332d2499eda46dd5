using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;

namespace GpuRisk.Calibration.Tests;

/// <summary>Small histories built in place.</summary>
internal static class SampleHistories
{
    internal const double Missing = double.NaN;

    internal static FactorId Factor(string text) =>
        FactorId.TryParse(text, out FactorId factor) ? factor : throw new ArgumentException(text, nameof(text));

    internal static DateOnly Day(int number) => new DateOnly(2024, 1, 1).AddDays(number);

    /// <summary>Rows of levels on given days after Monday 2024-01-01.</summary>
    internal static FactorHistory On(int[] days, string[] factors, params double[][] rows) =>
        new([.. factors.Select(Factor)], [.. days.Select(Day)], [.. rows.SelectMany(row => row)]);

    /// <summary>Rows of levels on consecutive days from 2024-01-01.</summary>
    internal static FactorHistory Daily(string[] factors, params double[][] rows) =>
        On([.. Enumerable.Range(0, rows.Length)], factors, rows);

    /// <summary>One factor of kind rate, whose returns are the given numbers.</summary>
    internal static FactorHistory OfChanges(params double[] changes)
    {
        double level = 0;
        return Daily(["rate:USD"], [[0.0], .. changes.Select(change => new[] { level += change })]);
    }

    /// <summary>Rates driven by common and own shocks of a fixed generator; logarithms play no part.</summary>
    internal static FactorHistory Rates(int factors, int days, int seed = 1)
    {
        FixedGenerator random = new(seed);
        double[] level = new double[factors];
        double[][] rows = new double[days][];
        for (int day = 0; day < days; day++)
        {
            double common = random.NextDouble() - 0.5;
            for (int f = 0; f < factors; f++)
                level[f] += (f + 1) * ((0.4 * common) + random.NextDouble() - 0.5);
            rows[day] = [.. level];
        }
        return Daily([.. Enumerable.Range(0, factors).Select(f => $"rate:R{f}")], rows);
    }

    internal static IReadOnlyList<string> Problems(Action action)
    {
        InvalidInputException exception = Assert.Throws<InvalidInputException>(action);
        Assert.NotEmpty(exception.Problems);
        return [.. exception.Problems.Select(problem => problem.ToString())];
    }
}

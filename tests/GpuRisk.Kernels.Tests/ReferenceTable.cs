using System.Globalization;

namespace GpuRisk.Kernels.Tests;

/// <summary>One row of a reference table: arguments, and the exact value as high + low.</summary>
internal readonly record struct ReferenceRow(double[] Arguments, double High, double Low)
{
    /// <summary>|computed - exact| in units of the last place of the exact value.</summary>
    public double Ulps(double computed)
    {
        double magnitude = Math.Max(Math.Abs(High), 2.2250738585072014e-308);
        return Error(computed) / (Math.BitIncrement(magnitude) - magnitude);
    }

    /// <summary>|computed - exact|; infinite where only one of the two is finite.</summary>
    public double Error(double computed) =>
        double.IsFinite(computed) ? Math.Abs(computed - High - Low) : double.PositiveInfinity;
}

/// <summary>The tables that Reference/make_reference.py computes with 60 digits.</summary>
internal static class ReferenceTable
{
    public static List<ReferenceRow> Read(string name)
    {
        string file = Path.Combine(Places.Repository, "tests", "GpuRisk.Kernels.Tests", "Reference", name + ".csv");
        var rows = new List<ReferenceRow>();
        foreach (string line in File.ReadLines(file).Skip(1))
        {
            double[] values = [.. line.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
            rows.Add(new ReferenceRow(values[..^2], values[^2], values[^1]));
        }
        Assert.True(rows.Count > 30, $"{name} has {rows.Count} rows.");
        return rows;
    }

    /// <summary>Fails with the worst row where <paramref name="function"/> is further than <paramref name="ulps"/> from a row it is asked for.</summary>
    public static void AssertWithin(string name, double ulps, Func<double, double> function, Predicate<double>? where = null)
    {
        (double error, double x) worst = (0, double.NaN);
        foreach (ReferenceRow row in Read(name).Where(r => where?.Invoke(r.Arguments[0]) ?? true))
        {
            double error = row.Ulps(function(row.Arguments[0]));
            if (!(error <= worst.error))
                worst = (error, row.Arguments[0]);
        }
        Assert.False(double.IsNaN(worst.x), $"No row of {name} was looked at, or all were exact.");
        Assert.True(worst.error <= ulps, string.Create(CultureInfo.InvariantCulture, $"{name}: {worst.error} ulps at {worst.x:R}, beyond {ulps}."));
    }
}

using System.Numerics;

namespace GpuRisk.Calibration.Dependence;

/// <summary>
/// X'X of a matrix of days and factors. Every entry is one sum from the oldest day to the newest, a product and an addition a day, so that
/// neither the width of the processor's vectors nor the order in which entries are visited changes a bit.
/// </summary>
internal static class CrossProducts
{
    private const int Rows = 4;

    /// <param name="columns">One a factor, of one length, oldest first.</param>
    /// <returns>Row-major, columns.Count squared, both triangles.</returns>
    internal static double[] Of(IReadOnlyList<double[]> columns)
    {
        int factors = columns.Count, width = Vector<double>.Count, days = columns[0].Length;
        int block = Math.Max(width, Rows), stride = (factors + block - 1) / block * block;
        double[] byDay = ByDay(columns, stride);
        double[] products = new double[(long)factors * factors];
        for (int g = 0; g < factors; g += width)
        {
            for (int f = g / Rows * Rows; f < factors; f += Rows)
                Block(byDay, days, stride, f, g, products, factors);
        }
        return products;
    }

    private static double[] ByDay(IReadOnlyList<double[]> columns, int stride)
    {
        double[] values = new double[(long)columns[0].Length * stride];
        for (int f = 0; f < columns.Count; f++)
        {
            double[] column = columns[f];
            for (int t = 0; t < column.Length; t++)
                values[((long)t * stride) + f] = column[t];
        }
        return values;
    }

    /// <summary>Factors f to f + 3 against as many factors from g on as a vector holds.</summary>
    private static void Block(double[] x, int days, int stride, int f, int g, double[] products, int factors)
    {
        Vector<double> sum0 = Vector<double>.Zero, sum1 = sum0, sum2 = sum0, sum3 = sum0;
        for (int t = 0; t < days; t++)
        {
            ReadOnlySpan<double> day = x.AsSpan(t * stride, stride);
            Vector<double> others = new(day[g..]);
            sum0 += others * day[f];
            sum1 += others * day[f + 1];
            sum2 += others * day[f + 2];
            sum3 += others * day[f + 3];
        }
        Store(sum0, f, g, products, factors);
        Store(sum1, f + 1, g, products, factors);
        Store(sum2, f + 2, g, products, factors);
        Store(sum3, f + 3, g, products, factors);
    }

    private static void Store(Vector<double> sums, int f, int g, double[] products, int factors)
    {
        for (int k = 0; f < factors && k < Vector<double>.Count && g + k < factors; k++)
        {
            products[(f * factors) + g + k] = sums[k];
            products[((g + k) * factors) + f] = sums[k];
        }
    }
}

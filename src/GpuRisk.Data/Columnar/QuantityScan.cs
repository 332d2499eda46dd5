using System.Numerics;
using System.Runtime.InteropServices;

namespace GpuRisk.Data.Columnar;

/// <summary>Looks at a whole column of numbers at once.</summary>
internal static class QuantityScan
{
    /// <summary>Whether |x| is at most <paramref name="largest"/> for every x; NaN is not.</summary>
    public static bool AreWithin(ReadOnlySpan<double> values, double largest)
    {
        ReadOnlySpan<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(values);
        Vector<double> limit = new(largest);
        foreach (Vector<double> lanes in wide)
        {
            if (!Vector.LessThanOrEqualAll(Vector.Abs(lanes), limit))
                return false;
        }

        foreach (double value in values[(wide.Length * Vector<double>.Count)..])
        {
            if (!(Math.Abs(value) <= largest))
                return false;
        }

        return true;
    }
}

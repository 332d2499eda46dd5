using System.Globalization;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Cli.Comparisons;

/// <summary>How far the figures of two results of one book are apart.</summary>
/// <param name="LargestUlps">Of margins and measures, in units of the last place; see <see cref="Ulps"/>.</param>
/// <param name="Largest">Of all figures but components, in the book's currency; NaN where one has a figure that the other has not.</param>
/// <param name="First">The first figure that differs and both its values; null where none does.</param>
internal sealed record FigureDifference(int Differing, ulong LargestUlps, double Largest, string? First)
{
    /// <summary>The distance of a figure that exists in one result alone.</summary>
    public const ulong Missing = ulong.MaxValue;

    public static FigureDifference Between(RunResult expected, RunResult actual)
    {
        int differing = 0;
        ulong largest = 0;
        double distance = 0;
        string? first = null;
        foreach ((ResultFigure e, ResultFigure a) in ResultFigures.All(expected).Zip(ResultFigures.All(actual)))
        {
            ulong ulps = Ulps(e.Value, a.Value);
            if (ulps == 0)
                continue;
            differing++;
            if (!e.IsPart)
            {
                largest = Math.Max(largest, ulps);
                distance = Math.Max(distance, Math.Abs(e.Value - a.Value));
            }
            first ??= string.Create(CultureInfo.InvariantCulture, $"{e.Title}: {e.Value:R} and {a.Value:R}");
        }
        return new FigureDifference(differing, largest, distance, first);
    }

    /// <summary>How many doubles lie between two, the second included: 0 where they are equal, or both are not a number.</summary>
    public static ulong Ulps(double a, double b)
    {
        if (a == b || (double.IsNaN(a) && double.IsNaN(b)))
            return 0;
        if (double.IsNaN(a) || double.IsNaN(b))
            return Missing;
        Int128 distance = (Int128)Ordered(a) - Ordered(b);
        return (ulong)(distance < 0 ? -distance : distance);
    }

    /// <summary>Doubles as whole numbers in the same order; both zeros are 0.</summary>
    private static long Ordered(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return bits >= 0 ? bits : long.MinValue - bits;
    }
}

using GpuRisk.Kernels.Pricing;

namespace GpuRisk.Kernels.Tests;

/// <summary>An undiscounted option in the terms of a textbook: forward, strike, standard deviation sigma sqrt(T).</summary>
internal readonly record struct Quote(double Forward, double Strike, double Deviation)
{
    public double Call => Signed(1);

    public double Put => -Signed(-1);

    private double Signed(int w) => ScalarMath.Black76SignedValue(
        Forward, Strike, w * ScalarMath.Log(Forward / Strike) * Black76.InverseRootTwo / Deviation, 1, 0.5 * w * Black76.InverseRootTwo * Deviation);

    /// <summary>sigma sqrt(T) from 1e-3 to 10; moneyness within 9 deviations for one half, within e^8 for the other.</summary>
    public static IEnumerable<Quote> Random(int seed, int count)
    {
        var random = new System.Random(seed);
        for (int i = 0; i < count; i++)
        {
            double deviation = 1e-3 * Math.Pow(10, 4 * random.NextDouble());
            double side = 2 * random.NextDouble() - 1;
            double moneyness = i % 2 == 0 ? 8 * side : Math.Clamp(9 * side * deviation, -8, 8);
            double forward = Math.Pow(10, 5 * random.NextDouble() - 1);
            yield return new Quote(forward, forward * Math.Exp(-moneyness), deviation);
        }
    }
}

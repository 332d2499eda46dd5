using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Random;

namespace GpuRisk.Calibration.History;

/// <summary>
/// The residual of a proxied return: a pure function of the day on which the return ends and the proxy's place in the settings, so that
/// neither other days nor other factors change it. Philox4x32-10 at counter (day number, place, 0, 0), the day number counted from
/// 0001-01-01, under the key 50524F58 59524553 (ASCII "PROXYRES"), whatever the run's seed: a calibration does not depend on it.
/// </summary>
internal static class ResidualDraw
{
    private const uint Key0 = 0x50524F58;
    private const uint Key1 = 0x59524553;

    /// <summary>Strictly inside (0, 1).</summary>
    internal static double Uniform(DateOnly day, int place)
    {
        ScalarWord c0 = ScalarWord.Of((uint)day.DayNumber);
        ScalarWord c1 = ScalarWord.Of((uint)place);
        ScalarWord c2 = ScalarWord.Of(0);
        ScalarWord c3 = ScalarWord.Of(0);
        Philox.Apply(ref c0, ref c1, ref c2, ref c3, Key0, Key1);
        return ScalarReal.Uniform(c0, c1).a;
    }

    /// <summary>One of <paramref name="residuals"/>, each as likely as another: with replacement.</summary>
    internal static double From(double[] residuals, DateOnly day, int place) =>
        residuals[Math.Min((int)(Uniform(day, place) * residuals.Length), residuals.Length - 1)];

    /// <summary>Normal with mean 0.</summary>
    internal static double Normal(double standardDeviation, DateOnly day, int place) =>
        standardDeviation * ScalarMath.NormalQuantile(Uniform(day, place));
}

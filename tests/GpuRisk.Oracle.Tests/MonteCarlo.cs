using GpuRisk.Domain.Measures;

namespace GpuRisk.Oracle.Tests;

/// <summary>Compares simulated figures with exact ones, by the error that the product prints beside them.</summary>
internal static class MonteCarlo
{
    /// <summary>Half-width of the printed 95 % interval of VaR in standard errors.</summary>
    private const double Interval = 1.959963984540054;

    /// <summary>VaR's standard error, read off its interval.</summary>
    public static double VarError(RiskMeasure m) => (m.VarHigh - m.VarLow) / (2 * Interval);

    public static void AssertWithinErrors(double var, double es, RiskMeasure m)
    {
        AssertWithinErrors($"VaR {m.Confidence}", var, m.Var, VarError(m));
        AssertWithinErrors($"ES {m.Confidence}", es, m.Es, m.EsError);
    }

    public static void AssertWithinErrors(string figure, double expected, double actual, double error)
    {
        double errors = (actual - expected) / error;
        TestContext.Current.TestOutputHelper?.WriteLine($"{figure}: {actual:G9} for {expected:G9}, {errors:F2} standard errors of {error:G3}");
        Assert.True(Math.Abs(errors) <= Tolerance.StandardErrors, $"{figure}: {actual:R} is {errors:F2} standard errors from {expected:R}");
    }
}

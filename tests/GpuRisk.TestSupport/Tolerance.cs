namespace GpuRisk.TestSupport;

/// <summary>Every tolerance of the tests, each with its reason. A test that needs another adds it here.</summary>
public static class Tolerance
{
    /// <summary>Published figures with ten printed decimals.</summary>
    public const double TenDecimals = 1e-10;

    /// <summary>Published figures with six printed decimals: half a unit of the last.</summary>
    public const double SixDecimals = 5e-7;

    /// <summary>Published figures with four printed decimals.</summary>
    public const double FourDecimals = 5e-5;

    /// <summary>Mean and variance of 200,000 draws of unit variance: four standard errors, 4 / sqrt(200,000), rounded up.</summary>
    public const double SampleMoment = 0.01;
}

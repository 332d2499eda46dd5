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

    /// <summary>Coordinates of a picture, printed with two decimals: half a unit of the last in the mark and in the ticks it is measured by.</summary>
    public const double SvgCoordinate = 0.02;
}

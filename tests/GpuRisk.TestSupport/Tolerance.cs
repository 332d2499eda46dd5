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

    /// <summary>Published figures with eight printed decimals: half a unit of the last.</summary>
    public const double EightDecimals = 5e-9;

    /// <summary>One closed form of order 1 evaluated in two orders of a few dozen roundings each.</summary>
    public const double Rounding = 1e-14;

    /// <summary>Entry of L L' against C, unit diagonal: order x 1.1e-16 for orders up to a few hundred.</summary>
    public const double CholeskyProduct = 1e-13;

    /// <summary>
    /// Entry of the nearest correlation matrix against its 30-digit value: the iteration stops at a relative change of
    /// 1e-12, and its linear convergence leaves a small multiple of that.
    /// </summary>
    public const double NearestCorrelation = 2e-11;

    /// <summary>Entry of a repaired matrix against the exact nearest one: its eigenvalues are lifted by order x 1e-11.</summary>
    public const double LiftedCorrelation = 1e-9;

    /// <summary>Mean and variance of 200,000 draws of unit variance: four standard errors, 4 / sqrt(200,000), rounded up.</summary>
    public const double SampleMoment = 0.01;

    /// <summary>
    /// A venue's marks against Black-76 at the median forward of the expiry, in coin: the venue rounds its volatility to 0.01 %
    /// and ticks its forward between the rows by up to 0.04 %.
    /// </summary>
    public const double VenueMark = 6e-4;

    /// <summary>The same at the 50th percentile.</summary>
    public const double VenueMarkMedian = 2e-5;

    /// <summary>Coordinates of a picture, printed with two decimals: half a unit of the last in the mark and in the ticks it is measured by.</summary>
    public const double SvgCoordinate = 0.02;

    /// <summary>Standard error of samples moved by 1,000: deviations of order 1 then carry roundings of 1,000 x 1.1e-16.</summary>
    public const double ShiftedError = 1e-10;

    /// <summary>
    /// sqrt(n) x standard error of ES from a million evenly spaced normal losses against its integral: the spacing of the outermost
    /// losses, weighted by 1 / (1 - c), and n against n - 1 in a tail of 10,000.
    /// </summary>
    public const double EvenSampleError = 2e-3;

    /// <summary>The same of VaR, read off the ends of its interval: two ranks rounded outwards, of about 390 that the interval spans.</summary>
    public const double IntervalRounding = 2e-2;

    /// <summary>A weighted mean of k losses, k up to 100,000, against its exact value, relative: at most k roundings of 1.1e-16, of which most cancel.</summary>
    public const double WeightedSum = 1e-12;

    /// <summary>Values and profits against a plain evaluation, of the contract's notional: some tens of roundings of 1.1e-16 each.</summary>
    public const double OfNotional = 1e-12;

    /// <summary>A sum of positions in another order, of the gross sum: a few dozen roundings of 1.1e-16.</summary>
    public const double OfGross = 1e-14;

    /// <summary>Third moment of 200,000 unit normals: its standard error is sqrt(15 / 200,000) = 0.0087, four of them.</summary>
    public const double SampleThirdMoment = 0.035;

    /// <summary>Fourth moment of the same: sqrt(96 / 200,000) = 0.022, four of them.</summary>
    public const double SampleFourthMoment = 0.088;

    /// <summary>
    /// A simulated figure against its closed form, in standard errors as the product prints them: three, which a right figure passes in
    /// 997 of 1,000 seeds. The seeds are fixed.
    /// </summary>
    public const double StandardErrors = 3;

    /// <summary>
    /// Ratio of the mean printed error to the deviation of 200 seeds, or to the closed form: a deviation of 200 values errs by
    /// 1 / sqrt(2 x 199) = 5 %, three of them.
    /// </summary>
    public const double SpreadOf200 = 0.15;

    /// <summary>Share of 200 intervals of 95 % that hold the true value: its error is sqrt(0.95 x 0.05 / 200) = 1.54 %, three of them.</summary>
    public const double CoverageOf200 = 0.0463;

    /// <summary>Published historical VaR and ES in percent, printed in full precision.</summary>
    public const double PublishedHistorical = 1e-9;

    /// <summary>Check sums of other engines for the same job, relative: printed with twelve digits, from other elementary functions.</summary>
    public const double PeerCheckSum = 1e-9;

    /// <summary>
    /// Components of an expected shortfall against the shortfall itself, relative to the sum of their sizes: two orders of summing
    /// a few thousand products.
    /// </summary>
    public const double ComponentSum = 1e-12;

    /// <summary>The median difference of values and a venue's marks, in coin, at a forward and index that tick between its rows.</summary>
    public const double ImportedMarkMedian = 1e-4;
}

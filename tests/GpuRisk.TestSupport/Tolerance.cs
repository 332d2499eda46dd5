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

    /// <summary>2^-52: one unit in the last place of 1, hence the relative size of a rounding error or two.</summary>
    public const double LastPlace = 2.220446049250313e-16;

    /// <summary>e^x: its documented bound. Half an ulp of the last rounding and two of half an ulp before it; 1.05 is the worst of some 280,000 points.</summary>
    public const double ExpUlps = 1.1;

    /// <summary>ln x over normal numbers: its documented bound; 0.78 is the worst of some 180,000 points.</summary>
    public const double LogUlps = 1;

    /// <summary>ln x over subnormal numbers: a subtraction more.</summary>
    public const double LogSubnormalUlps = 1.5;

    /// <summary>
    /// base^exponent with |exponent ln base| up to 6: the exponential turns the absolute error of its argument, two roundings of 6, into
    /// a relative one.
    /// </summary>
    public const double Power = 2e-15;

    /// <summary>N(x), x below 0: its documented bound. Two polynomials of degree 12, each step of which rounds; 8.1 is the worst of 240,000 points.</summary>
    public const double NormalCdfUlps = 10;

    /// <summary>N(x), x above 0, where half the value is exact: its documented bound; 1.75 is the worst of 60,000 points.</summary>
    public const double NormalCdfUpperUlps = 2;

    /// <summary>N^-1(u): its documented bound. The polynomial's last steps and the product after it; 4.9 is the worst of some 380,000 points.</summary>
    public const double NormalQuantileUlps = 6;

    /// <summary>Relative frequency of a 1 % tail among 200,000 draws: four standard errors, 4 sqrt(0.01 x 0.99 / 200,000).</summary>
    public const double SampleTail = 9e-4;

    /// <summary>
    /// A Black-76 value as a part of f + k: its documented bound. The density of either term is good to 1.3e-15 of itself and at most a half
    /// of f or k; 3.7e-16 is the worst of 100,000 points.
    /// </summary>
    public const double Black76 = 1.5e-15;

    /// <summary>
    /// A Black-76 price as a part of the forward, from spot, dividend, rate, time and volatility: the roundings of the forward, of its
    /// logarithm and of the deviation pass through a delta, and a vega over a deviation, of a few units.
    /// </summary>
    public const double Black76OverForward = 1e-13;

    /// <summary>Option prices printed with four decimals: the last of them is off by up to 0.55 units in the printed table itself.</summary>
    public const double HaugPrinted = 6e-5;

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

    /// <summary>Sums of a thousand positions in another order, of which some cancel: a thousand roundings of the largest.</summary>
    public const double SegmentedSum = 1e-12;

    /// <summary>
    /// ES in mixed precision against double, as a part of the margin: each profit of an instrument is rounded by 2^-24 of itself, 6e-8, and
    /// a hedged account's legs are some tens of times its margin.
    /// </summary>
    public const double SinglePrecision = 1e-6;

    /// <summary>
    /// Logarithms and quantiles of the gamma, beta, chi-squared and Student t laws against 17 digits, relative or of 1: some tens of
    /// roundings of 1.1e-16 that partly cancel; 2.8e-15 is the worst of the table.
    /// </summary>
    public const double SpecialFunction = 5e-15;

    /// <summary>Their probabilities, relative: e^y turns the rounding of y, down to -690, into 690 x 1.1e-16; 8.7e-14 is the worst of the table.</summary>
    public const double TailProbability = 1e-13;

    /// <summary>Mean of 65,536 unit normals, and of products of two: 1 / 256, four of them.</summary>
    public const double ScrambledMoment = 0.0157;

    /// <summary>Mean square of the same: sqrt(2) / 256, four of them.</summary>
    public const double ScrambledSecondMoment = 0.0222;

    /// <summary>Chi-squared with 255 degrees of freedom: mean 255, deviation sqrt(510) = 22.6; its quantiles at 1 in 100,000 on either side.</summary>
    public const double ChiSquared255Low = 168;

    /// <inheritdoc cref="ChiSquared255Low"/>
    public const double ChiSquared255High = 362;

    /// <summary>A ratio of densities by an expanded exponent of up to 30 and by two squares: some tens of roundings of it.</summary>
    public const double DensityRatio = 1e-13;

    /// <summary>
    /// Ratio of the mean printed error to the deviation of 100 seeds: a deviation of 100 values errs by 1 / sqrt(2 x 99) = 7.1 %, three of them, and 16 randomisations
    /// print 4 % too little (a deviation of 16 values is below its root mean square by 1.7 %, VaR is not quite where it is taken to be).
    /// </summary>
    public const double SpreadOf100 = 0.25;

    /// <summary>
    /// Share of 100 intervals of 95 % that hold the true value, at least: its error is 2.2 %, three of them. Of intervals that are rounded outwards over few ranks all
    /// may hold it.
    /// </summary>
    public const double LeastCoverageOf100 = 0.885;

    /// <summary>Parameters of GARCH(1,1) at the maximum, relative, against another maximiser: the ascent stops where the next step gains 1e-16, 1e-8 standard errors away.</summary>
    public const double GarchMaximum = 1e-7;

    /// <summary>Quantiles of Student's t and roots of chi-squared ones by their series: the documented bound of their relative error.</summary>
    public const double QuantileSeries = 1e-10;

    /// <summary>Kendall's tau of 4,000 pairs: its error is below sqrt(2 (2n + 5) / (9 n (n - 1))) = 0.0105, four of them.</summary>
    public const double KendallOf4000 = 0.042;

    /// A Greek against a difference of fourth order in steps of 1e-4, of the notional and of itself: the step is a hundredth of the shortest
    /// option's deviation, to the fourth 1e-8 and less; a second difference carries a few roundings of 1e-16 over 1e-8.
    /// </summary>
    public const double GreekDifference = 2e-7;

    /// <summary>Theta a day against values 20 and 40 seconds apart, of the notional: roundings of 1e-16 over 2e-4 days, steps of a thousandth of the shortest expiry to the fourth.</summary>
    public const double ThetaDifference = 1e-10;

    /// <summary>Closed forms of Greeks of order 1 to 100: a few dozen roundings.</summary>
    public const double Greeks = 1e-13;

    /// <summary>
    /// The median difference from a venue's deltas, which come from another call than its prices: the forward ticks by some 3e-4 of itself between
    /// the two, and a delta moves by up to the density over the deviation times that. From 8e-5 to 2.1e-4 in six snapshots.
    /// </summary>
    public const double VenueDeltaMedian = 3e-4;

    /// <summary>A venue's vegas over the forward's price, a point of volatility: the median difference.</summary>
    public const double VenueVegaMedian = 1e-6;
}

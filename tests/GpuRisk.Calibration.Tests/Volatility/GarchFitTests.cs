using GpuRisk.Calibration.Volatility;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Kernels;

namespace GpuRisk.Calibration.Tests.Volatility;

public sealed class GarchFitTests
{
    /// <summary>
    /// Daily returns of the pound in marks, 1984 to 1991 (Bollerslev and Ghysels, 1996). Coefficients as printed by Fiorentini, Calzolari and
    /// Panattoni (1996): the benchmark of GARCH(1,1) software.
    /// </summary>
    [Fact]
    public void The_benchmark_s_coefficients_are_met_to_their_printed_digits()
    {
        const string file = "garch-dmbp/dmbp.csv";
        Assert.SkipWhen(Places.Missing(file) is not null, Places.Missing(file) ?? "");
        GarchFit fit = GarchFit.Fit(Columns.Read(file, 1), withMean: true);
        GarchParameters garch = Assert.IsType<GarchParameters>(fit.Parameters);
        // One unit of the last printed digit: the authors cut 0.010761398 to 0.0107613.
        Assert.Equal(-0.00619041, garch.Mean, 1e-8);
        Assert.Equal(0.0107613, garch.Omega, 1e-7);
        Assert.Equal(0.153134, garch.Alpha, 1e-6);
        Assert.Equal(0.805974, garch.Beta, 1e-6);
        Assert.Equal(-1106.6, garch.LogLikelihood, 0.05);
    }

    /// <summary>A second maximiser: Newton steps on the same likelihood with 40 digits (mpmath, score and Hessian by central differences).</summary>
    [Fact]
    public void Another_maximiser_finds_the_same_maximum()
    {
        const string file = "garch-dmbp/dmbp.csv";
        Assert.SkipWhen(Places.Missing(file) is not null, Places.Missing(file) ?? "");
        double[] returns = Columns.Read(file, 1);
        AssertSame(new GarchParameters(-0.00619040837993754, 0.0107613978518178, 0.153134061820467, 0.80597367030537, -1106.60788104129), GarchFit.Fit(returns, withMean: true));
        AssertSame(new GarchParameters(0, 0.0108680582762543, 0.154325277525681, 0.804516732026644, -1106.8756158012), GarchFit.Fit(returns, withMean: false));
    }

    // The last three: standard errors of alpha, beta and, relative, the unconditional variance for 20,000 returns, from the expected
    // information of a path simulated elsewhere (numpy).
    [Theory]
    [InlineData(0.02, 0.08, 0.90, 11, 0.0041, 0.0052, 0.058)]
    [InlineData(0.02, 0.08, 0.90, 12, 0.0041, 0.0052, 0.058)]
    [InlineData(0.3, 0.3, 0.4, 13, 0.0118, 0.0197, 0.0228)]
    [InlineData(1e-9, 0.05, 0.93, 14, 0.0034, 0.0051, 0.038)]
    public void A_simulated_path_gives_back_its_parameters(double omega, double alpha, double beta, int seed, double alphaError, double betaError, double varianceError)
    {
        GarchParameters fit = Assert.IsType<GarchParameters>(GarchFit.Fit(GarchPaths.Simulated(omega, alpha, beta, 20_000, seed), withMean: false).Parameters);
        Assert.Equal(alpha, fit.Alpha, Tolerance.StandardErrors * alphaError);
        Assert.Equal(beta, fit.Beta, Tolerance.StandardErrors * betaError);
        Assert.Equal(1, fit.Omega / (1 - fit.Alpha - fit.Beta) / (omega / (1 - alpha - beta)), Tolerance.StandardErrors * varianceError);
    }

    [Fact]
    public void A_change_of_unit_scales_omega_and_leaves_alpha_and_beta()
    {
        double[] returns = GarchPaths.Simulated(0.02, 0.08, 0.9, 1_000, 3);
        GarchParameters one = GarchFit.Fit(returns, withMean: false).Parameters!;
        // A power of two: not one rounding differs.
        GarchParameters other = GarchFit.Fit([.. returns.Select(r => r / 1024)], withMean: false).Parameters!;
        Assert.Equal((one.Alpha, one.Beta, one.Omega / (1024 * 1024)), (other.Alpha, other.Beta, other.Omega));
    }

    // A window of a year: Fisher scoring alone fails on one in four of these.
    [Fact]
    public void Nine_in_ten_short_samples_are_fitted_and_all_others_end_at_an_edge()
    {
        string[] failures = [.. Enumerable.Range(100, 60).Select(seed => GarchFit.Fit(GarchPaths.Simulated(0.02, 0.08, 0.9, 250, seed), withMean: false).Failure).OfType<string>()];
        Assert.True(failures.Length <= 6, $"{failures.Length} fits of 60 failed.");
        Assert.All(failures, why => Assert.Matches("highest at alpha = 0|highest at omega = 0|alpha \\+ beta below 1", why));
    }

    [Fact]
    public void The_path_starts_at_the_start_variance_and_ends_at_tomorrow_s()
    {
        double[] returns = GarchPaths.Simulated(0.02, 0.08, 0.9, 500, 4);
        GarchFit fit = GarchFit.Fit(returns, withMean: false);
        (double[] path, double next) = GarchVariance.Path(returns, fit.Parameters!, fit.StartVariance);
        Assert.Equal(Math.Sqrt(fit.StartVariance), path[0]);
        double last = fit.Parameters!.Omega + (fit.Parameters.Alpha * returns[^1] * returns[^1]) + (fit.Parameters.Beta * path[^1] * path[^1]);
        Assert.Equal(1, next * next / last, Tolerance.Rounding);
    }

    public static TheoryData<string, double[]> Hopeless => new()
    {
        { "99 returns, at least 100 are needed", GarchPaths.Simulated(0.02, 0.08, 0.9, 99, 1) },
        { "the factor never moved", new double[500] },
        { "the squares of the returns leave the range of numbers", [.. Enumerable.Repeat(1e200, 500)] },
        // Variance that only grows: no stationary model.
        { "the likelihood has no maximum with alpha + beta below 1", [.. Enumerable.Range(0, 500).Select(t => (t % 2 == 0 ? 1 : -1) * ScalarMath.Exp(0.01 * t))] },
        // Variance that only dies out.
        { "the likelihood is highest at omega = 0, where variance dies out", Dying(500) },
        // Of one size throughout: nothing to explain.
        { "alpha and beta cannot be told apart, the information matrix is singular", [.. Enumerable.Range(0, 500).Select(t => t % 2 == 0 ? 1.0 : -1.0)] },
        // A large move is followed by a small one, the reverse of clustering.
        { "the likelihood is highest at alpha = 0, where variance does not change", [.. Enumerable.Range(0, 500).Select(t => t % 2 == 0 ? 1.0 : -0.3)] },
    };

    [Theory]
    [MemberData(nameof(Hopeless))]
    public void A_fit_that_fails_says_why(string why, double[] returns)
    {
        GarchFit fit = GarchFit.Fit(returns, withMean: false);
        Assert.Null(fit.Parameters);
        Assert.Equal(why, fit.Failure);
    }

    private static double[] Dying(int count)
    {
        FixedGenerator random = new(7);
        return [.. Enumerable.Range(0, count).Select(t => ScalarMath.Exp(-0.02 * t) * GarchPaths.Normal(random))];
    }

    private static void AssertSame(GarchParameters expected, GarchFit fit)
    {
        GarchParameters actual = Assert.IsType<GarchParameters>(fit.Parameters);
        Assert.Equal(expected.Mean, actual.Mean, Tolerance.GarchMaximum);
        Assert.Equal(1, actual.Omega / expected.Omega, Tolerance.GarchMaximum);
        Assert.Equal(1, actual.Alpha / expected.Alpha, Tolerance.GarchMaximum);
        Assert.Equal(1, actual.Beta / expected.Beta, Tolerance.GarchMaximum);
        Assert.Equal(1, actual.LogLikelihood / expected.LogLikelihood, Tolerance.WeightedSum);
    }
}

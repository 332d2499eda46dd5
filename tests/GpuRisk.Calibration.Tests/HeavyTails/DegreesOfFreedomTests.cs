using GpuRisk.Calibration.HeavyTails;
using GpuRisk.Calibration.Volatility;
using GpuRisk.Kernels;
using GpuRisk.Kernels.Distributions;

namespace GpuRisk.Calibration.Tests.HeavyTails;

public sealed class DegreesOfFreedomTests
{
    /// <summary>
    /// Daily index returns, over their root mean square: nu that maximises scipy's stats.t.logpdf(z, nu, 0, sqrt((nu - 2) / nu)), and for all
    /// three stats.multivariate_t.logpdf(z, 0, C (nu - 2) / nu, nu) with C their zero-mean correlation.
    /// </summary>
    [Fact]
    public void Another_library_s_densities_are_highest_at_the_same_degrees_of_freedom()
    {
        const string file = "equity-index/gas_stockindices.csv";
        Assert.SkipWhen(Places.Missing(file) is not null, Places.Missing(file) ?? "");
        double[][] columns = [.. Enumerable.Range(1, 3).Select(k => Standardised(Columns.Read(file, k)))];
        Assert.Equal(2_404, columns[0].Length);
        Assert.Equal(new DegreesOfFreedom(3.69, null), DegreesOfFreedom.Fit(columns[0]));
        Assert.Equal(new DegreesOfFreedom(3.77, null), DegreesOfFreedom.Fit(columns[1]));
        Assert.Equal(new DegreesOfFreedom(4.22, null), DegreesOfFreedom.FitMultivariate(columns, Cholesky3(columns)));
    }

    // Standard errors of 1/nu from 20,000 values: the deviation of 30 samples of another generator (numpy).
    [Theory]
    [InlineData(3.0, 0.0029)]
    [InlineData(8.0, 0.0052)]
    [InlineData(30.0, 0.0053)]
    public void Simulated_values_give_back_their_degrees_of_freedom(double nu, double inverseError)
    {
        double fit = DegreesOfFreedom.Fit(Student(nu, 20_000, 21)).Value;
        Assert.Equal(1 / nu, 1 / fit, Tolerance.StandardErrors * inverseError);
    }

    [Fact]
    public void Normal_values_are_as_good_as_normal_and_the_note_says_so()
    {
        FixedGenerator random = new(22);
        DegreesOfFreedom fit = DegreesOfFreedom.Fit([.. Enumerable.Range(0, 20_000).Select(_ => 0.99 * Normal(random))]);
        Assert.Equal(new DegreesOfFreedom(200, "as good as normal: the likelihood still rises at 200 degrees of freedom"), fit);
    }

    [Fact]
    public void Tails_without_a_variance_are_held_at_the_least()
    {
        DegreesOfFreedom fit = DegreesOfFreedom.Fit([.. Enumerable.Range(0, 1_000).Select(k => k == 0 ? 1e6 : 1e-6 * (k % 7))]);
        Assert.Equal(new DegreesOfFreedom(2.05, "held at 2.05 degrees of freedom: the likelihood still rises towards an infinite variance"), fit);
    }

    [Fact]
    public void A_multivariate_law_gives_back_its_degrees_of_freedom_by_either_likelihood()
    {
        // e = sqrt((nu - 2) / q) L z, one q a day for five factors that correlate.
        double[] lower = [1, 0, 0, 0, 0, 0.6, 0.8, 0, 0, 0, 0.6, 0, 0.8, 0, 0, 0, 0.6, 0, 0.8, 0, 0, 0, 0, 0, 1];
        double[][] columns = Multivariate(5, lower, 5, 4_000, 23);
        // Standard errors of nu, from 40 samples of another generator (numpy): 0.11 and 0.163.
        Assert.Equal(5, DegreesOfFreedom.FitMultivariate(columns, lower).Value, Tolerance.StandardErrors * 0.11);
        Assert.Equal(5, DegreesOfFreedom.FitPooled(columns).Value, Tolerance.StandardErrors * 0.163);
    }

    [Fact]
    public void One_factor_has_the_same_degrees_of_freedom_alone_pooled_or_multivariate()
    {
        double[] z = Student(4, 500, 24);
        DegreesOfFreedom alone = DegreesOfFreedom.Fit(z);
        Assert.Equal(alone, DegreesOfFreedom.FitPooled([z]));
        Assert.Equal(alone, DegreesOfFreedom.FitMultivariate([z], [1.0]));
        // A stablecoin beside it changes nothing.
        Assert.Equal(alone, DegreesOfFreedom.FitPooled([new double[500], z]));
        Assert.Equal(alone, DegreesOfFreedom.FitMultivariate([new double[500], z], [1.0, 0, 0, 1]));
    }

    [Fact]
    public void Returns_that_never_moved_tell_nothing()
    {
        DegreesOfFreedom expected = new(200, "no return moved, which tells nothing of a law: 200 degrees of freedom");
        Assert.Equal(expected, DegreesOfFreedom.Fit([]));
        Assert.Equal(expected, DegreesOfFreedom.Fit(new double[300]));
        Assert.Equal(expected, DegreesOfFreedom.FitPooled([]));
        Assert.Equal(expected, DegreesOfFreedom.FitMultivariate([new double[3]], [1.0]));
    }

    [Fact]
    public void What_is_no_sample_is_refused()
    {
        Assert.Throws<ArgumentException>(() => DegreesOfFreedom.Fit([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => DegreesOfFreedom.FitPooled([[1, double.PositiveInfinity]]));
        Assert.Throws<ArgumentException>(() => DegreesOfFreedom.FitMultivariate([[1, 2]], [1.0, 0]));
        Assert.Throws<ArgumentException>(() => DegreesOfFreedom.FitMultivariate([[1, 2], [1]], [1.0, 0, 0, 1]));
    }

    private static double Normal(FixedGenerator random) => ScalarMath.NormalQuantile(Math.Max(random.NextDouble(), 1e-15));

    private static double[] Student(double nu, int count, int seed) => Multivariate(nu, [1.0], 1, count, seed)[0];

    private static double[][] Multivariate(double nu, double[] lower, int order, int count, int seed)
    {
        FixedGenerator random = new(seed);
        double[][] columns = [.. Enumerable.Range(0, order).Select(_ => new double[count])];
        double[] z = new double[order];
        for (int t = 0; t < count; t++)
        {
            double scale = Math.Sqrt((nu - 2) / ScalarMath.Exp(ChiSquared.LogQuantile(nu, Normal(random))));
            for (int i = 0; i < order; i++)
                z[i] = Normal(random);
            for (int i = 0; i < order; i++)
            {
                for (int j = 0; j <= i; j++)
                    columns[i][t] += scale * lower[(i * order) + j] * z[j];
            }
        }
        return columns;
    }

    private static double[] Standardised(double[] returns)
    {
        double scale = RootMeanSquare.Of(returns);
        return [.. returns.Select(r => r / scale)];
    }

    /// <summary>Written out for three factors.</summary>
    private static double[] Cholesky3(double[][] z)
    {
        double Correlation(int f, int g) => z[f].Zip(z[g], (a, b) => a * b).Average();
        double a = Correlation(1, 0), b = Math.Sqrt(1 - (a * a)), c = Correlation(2, 0), d = (Correlation(2, 1) - (c * a)) / b;
        return [1, 0, 0, a, b, 0, c, d, Math.Sqrt(1 - (c * c) - (d * d))];
    }
}

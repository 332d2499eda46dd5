using GpuRisk.Kernels.Distributions;

namespace GpuRisk.Kernels.Tests;

/// <summary>Expected figures to 17 digits by mpmath with 50: bisection of gammainc(regularized=True) in ln q, for the lower tail up to z = 0, the upper beyond.</summary>
public sealed class ChiSquaredTests
{
    [Theory]
    [InlineData(2.01, -8.5, -38.307125907273431)]
    [InlineData(2.01, -3.1, -6.2103982561801862)]
    [InlineData(2.01, -0.4, -0.15984294459659161)]
    [InlineData(2.01, 0.0, 0.33359423514494255)]
    [InlineData(2.01, 0.7, 1.0479744740911153)]
    [InlineData(2.01, 4.0, 3.0325565317929852)]
    [InlineData(2.01, 8.5, 4.3623016746513745)]
    [InlineData(2.5, -8.5, -30.564872590100261)]
    [InlineData(2.5, -3.1, -4.7575987294120282)]
    [InlineData(2.5, -0.4, 0.20092601150316356)]
    [InlineData(2.5, 0.0, 0.62799394667500329)]
    [InlineData(2.5, 0.7, 1.2591652896556471)]
    [InlineData(2.5, 4.0, 3.0983504440202573)]
    [InlineData(2.5, 8.5, 4.3876452721268095)]
    [InlineData(3.0, -8.5, -25.248661857934389)]
    [InlineData(3.0, -3.1, -3.7394396235297411)]
    [InlineData(3.0, -0.4, 0.48089983648099192)]
    [InlineData(3.0, 0.0, 0.86118972761503131)]
    [InlineData(3.0, 0.7, 1.4319916237461569)]
    [InlineData(3.0, 4.0, 3.157259941770838)]
    [InlineData(3.0, 8.5, 4.411323073262367)]
    [InlineData(4.2, -8.5, -17.597339170500846)]
    [InlineData(4.2, -3.1, -2.2195134759803347)]
    [InlineData(4.2, -0.4, 0.95862642912388166)]
    [InlineData(4.2, 0.0, 1.2684743478629012)]
    [InlineData(4.2, 0.7, 1.7452222018918945)]
    [InlineData(4.2, 4.0, 3.2761102064754551)]
    [InlineData(4.2, 8.5, 4.4618223412957506)]
    [InlineData(10.0, -8.5, -6.1886627111339779)]
    [InlineData(10.0, -3.1, 0.3837038310179971)]
    [InlineData(10.0, -0.4, 2.0448026436097221)]
    [InlineData(10.0, 0.0, 2.2345008548881502)]
    [InlineData(10.0, 0.7, 2.5402305313373711)]
    [InlineData(10.0, 4.0, 3.6493776306670214)]
    [InlineData(10.0, 8.5, 4.6423649398113946)]
    [InlineData(57.3, -8.5, 1.8813326926169529)]
    [InlineData(57.3, -3.1, 3.3924461563992108)]
    [InlineData(57.3, -0.4, 3.96057858360112)]
    [InlineData(57.3, 0.0, 4.0366223991593248)]
    [InlineData(57.3, 0.7, 4.1652263760734765)]
    [InlineData(57.3, 4.0, 4.7043577157875408)]
    [InlineData(57.3, 8.5, 5.3000961822248767)]
    [InlineData(200.0, -8.5, 4.3040199773006323)]
    [InlineData(200.0, -3.1, 4.9676336274639383)]
    [InlineData(200.0, -0.4, 5.2546557965738371)]
    [InlineData(200.0, 0.0, 5.2949804544375553)]
    [InlineData(200.0, 0.7, 5.3642687917488375)]
    [InlineData(200.0, 4.0, 5.6705009493351462)]
    [InlineData(200.0, 8.5, 6.040761037438984)]
    [InlineData(1000.0, -8.5, 6.5011520147676653)]
    [InlineData(1000.0, -3.1, 6.7651335746883027)]
    [InlineData(1000.0, -0.4, 6.8891414390534909)]
    [InlineData(1000.0, 0.0, 6.9070884691172264)]
    [InlineData(1000.0, 0.7, 6.9382395628328299)]
    [InlineData(1000.0, 4.0, 7.0808432731174897)]
    [InlineData(1000.0, 8.5, 7.2646828866266467)]
    public void The_logarithm_of_the_quantile_is_accurate_in_both_tails(double degreesOfFreedom, double z, double expected) =>
        Assert.Equal(expected, ChiSquared.LogQuantile(degreesOfFreedom, z), Tolerance.SpecialFunction * Math.Max(1, Math.Abs(expected)));

    [Theory]
    [InlineData(2.01)]
    [InlineData(4.0)]
    [InlineData(1000.0)]
    public void The_quantile_rises_with_the_score_across_the_change_of_tails(double degreesOfFreedom)
    {
        double previous = double.NegativeInfinity;
        for (int k = -850; k <= 850; k++)
        {
            double log = ChiSquared.LogQuantile(degreesOfFreedom, k / 100.0);
            Assert.True(log > previous, $"falls at {k / 100.0}");
            previous = log;
        }
    }

    // Two degrees of freedom are twice an exponential: q = -2 ln N(-z).
    [Theory]
    [InlineData(-6.0)]
    [InlineData(0.25)]
    [InlineData(8.0)]
    public void Two_degrees_of_freedom_are_exponential(double z) =>
        Assert.Equal(ScalarMath.Log(-2 * NormalTail.Log(z)), ChiSquared.LogQuantile(2, z), Tolerance.SpecialFunction);

    [Fact]
    public void Arguments_outside_of_the_domain_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquared.LogQuantile(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquared.LogQuantile(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquared.LogQuantile(5, double.NaN));
    }
}

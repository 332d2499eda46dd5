using GpuRisk.Kernels.Distributions;

namespace GpuRisk.Kernels.Tests;

/// <summary>Expected figures to 17 digits by mpmath with 50: betainc(regularized=True).</summary>
public sealed class BetaFunctionTests
{
    [Theory]
    [InlineData(0.5, 0.5, 0.3, 0.36901011956554538)]
    [InlineData(1.005, 0.5, 1e-16, 4.1508089697551344e-17)]
    [InlineData(1.005, 0.5, 0.9, 0.68285771897105227)]
    [InlineData(2.1, 0.5, 1e-06, 9.2192280295803522e-14)]
    [InlineData(5.0, 3.0, 0.2, 0.0046720000000000012)]
    [InlineData(5.0, 3.0, 0.9, 0.97430850000000002)]
    [InlineData(28.65, 0.5, 0.4, 5.3229721216220893e-13)]
    [InlineData(28.65, 0.5, 0.999, 0.81157720764137744)]
    [InlineData(100.0, 100.0, 0.3, 1.841114111580053e-9)]
    [InlineData(100.0, 0.5, 0.97, 0.013697876866621617)]
    [InlineData(500.0, 0.5, 0.93, 1.6412601156906929e-17)]
    [InlineData(500.0, 0.5, 0.9999, 0.75188362957098177)]
    [InlineData(0.5, 500.0, 1e-05, 0.079636027830709781)]
    [InlineData(2.0, 7.5, 0.01, 0.003052189890393986)]
    public void The_incomplete_beta_function_is_relatively_accurate(double a, double b, double x, double expected) =>
        Assert.Equal(1, BetaFunction.Regularised(a, b, x) / expected, Tolerance.TailProbability);

    [Fact]
    public void The_ends_are_exact_and_the_two_sides_sum_to_one()
    {
        Assert.Equal(0, BetaFunction.Regularised(2, 3, 0));
        Assert.Equal(1, BetaFunction.Regularised(2, 3, 1));
        foreach (double x in new[] { 0.125, 0.375, 0.5, 0.875 })
            Assert.Equal(1, BetaFunction.Regularised(7.5, 0.5, x) + BetaFunction.Regularised(0.5, 7.5, 1 - x), Tolerance.SpecialFunction);
    }

    [Fact]
    public void Arguments_outside_of_the_domain_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaFunction.Regularised(0, 1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaFunction.Regularised(1, double.NaN, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaFunction.Regularised(1, 1, 1.5));
    }
}

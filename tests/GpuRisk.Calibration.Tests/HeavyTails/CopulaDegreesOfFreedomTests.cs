using GpuRisk.Calibration.HeavyTails;
using GpuRisk.Calibration.Tests.Models;

namespace GpuRisk.Calibration.Tests.HeavyTails;

public sealed class CopulaDegreesOfFreedomTests
{
    // The highest likelihood of scipy's t quantiles, gammaln and bounded minimiser, mid-ranks for the tie of the last column: 4.223620.
    [Fact]
    public void Sixteen_days_of_three_factors_meet_an_independent_fit() => Assert.Equal(4.22, CopulaDegreesOfFreedom.Fit(
        [
            [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
            [2, 10, 6, 12, 3, 15, 9, 5, 14, 1, 11, 7, 4, 13, 8, 16],
            [5, 3, 9, 6, 12, 8, 8, 10, 7, 11, 4, 13, 16, 9.5, 2, 1],
        ]).Value);

    [Fact]
    public void Draws_of_a_t_copula_give_its_degrees_of_freedom_back_whatever_the_marginals()
    {
        double[][] draws = StudentDraws.Of(10, 1500, degreesOfFreedom: 4);
        double[][] bent = [.. draws.Select((column, f) => f % 2 == 0 ? column : column.Select(x => x * x * x).ToArray())];
        DegreesOfFreedom fit = CopulaDegreesOfFreedom.Fit(bent);
        Assert.Equal(CopulaDegreesOfFreedom.Fit(draws), fit);
        Assert.InRange(fit.Value, 3.2, 5);
        Assert.Null(fit.Note);
    }

    [Fact]
    public void Factors_of_a_normal_copula_are_as_good_as_normal() =>
        Assert.True(CopulaDegreesOfFreedom.Fit(StudentDraws.Of(6, 1500, degreesOfFreedom: null)).Value > 30);

    [Fact]
    public void Factors_that_never_move_or_move_as_one_tell_nothing()
    {
        double[] moving = StudentDraws.Of(1, 100, 4)[0];
        foreach (double[][] columns in new[] { [moving], [moving, moving], [moving, new double[100]], new double[][] { [0, 0], [0, 0] } })
            Assert.Equal("no two factors that move apart from one another: 200 degrees of freedom", CopulaDegreesOfFreedom.Fit(columns).Note);
    }
}

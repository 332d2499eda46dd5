using GpuRisk.Calibration.Dependence;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Tests.Dependence;

public sealed class LedoitWolfTests
{
    // scikit-learn's LedoitWolf gives the same; recomputed by hand: S = [[2, 1], [1, 2]], d^2 = 1, b^2 = 0.72.
    [Fact]
    public void Five_days_of_two_factors_meet_the_published_shrinkage()
    {
        (SymmetricMatrix covariance, double shrinkage) = LedoitWolf.Covariance([[1, 2, 3, 4, 0], [2, 1, 5, 4, 3]]);
        Assert.Equal(0.72, shrinkage, Tolerance.Rounding);
        Assert.Equal(2, covariance[0, 0], Tolerance.Rounding);
        Assert.Equal(0.28, covariance[0, 1], Tolerance.Rounding);
        Assert.Equal(2, covariance[1, 1], Tolerance.Rounding);
    }

    [Fact]
    public void The_correlation_is_the_samples_times_one_less_the_shrinkage_with_a_diagonal_of_1()
    {
        double[][] columns = Columns(6, 40);
        SymmetricMatrix sample = SampleCorrelation.EqualWeights(columns);
        (SymmetricMatrix shrunk, double shrinkage) = LedoitWolf.Correlation(columns);
        Assert.InRange(shrinkage, 0.01, 0.99);
        for (int i = 0; i < 6; i++)
        {
            for (int j = 0; j < 6; j++)
                Assert.Equal(i == j ? 1 : (1 - shrinkage) * sample[i, j], shrunk[i, j]);
        }
    }

    [Fact]
    public void Units_do_not_change_the_correlation()
    {
        double[][] columns = Columns(4, 30);
        double[][] scaled = [.. columns.Select((column, f) => column.Select(x => x * (f + 1) * 1e-3).ToArray())];
        Assert.Equal(LedoitWolf.Correlation(columns).Shrinkage, LedoitWolf.Correlation(scaled).Shrinkage, Tolerance.Rounding);
    }

    [Fact]
    public void Fewer_days_than_factors_give_a_positive_definite_matrix()
    {
        (SymmetricMatrix shrunk, double shrinkage) = LedoitWolf.Correlation(Columns(40, 25));
        Assert.InRange(shrinkage, 0.01, 1);
        Assert.Null(CholeskyFactor.Of(shrunk, RepairRule.Reject, "x").Repair);
    }

    [Fact]
    public void Independent_days_shrink_less_the_more_there_are()
    {
        double few = LedoitWolf.Correlation(Columns(5, 20)).Shrinkage, many = LedoitWolf.Correlation(Columns(5, 2000)).Shrinkage;
        Assert.True(many < few / 10, $"{few} with 20 days, {many} with 2000");
    }

    [Fact]
    public void A_factor_that_never_moves_takes_no_part()
    {
        double[][] columns = Columns(3, 30);
        double[][] more = [.. columns, new double[30]];
        (SymmetricMatrix shrunk, double shrinkage) = LedoitWolf.Correlation(more);
        Assert.Equal(LedoitWolf.Correlation(columns).Shrinkage, shrinkage);
        Assert.Equal([0.0, 0, 0, 1], shrunk.Values[12..].ToArray());
        Assert.Equal([1.0, 0, 0, 1], LedoitWolf.Correlation([new double[5], new double[5]]).Matrix.Values.ToArray());
    }

    /// <summary>A common and an own move each, of a fixed generator.</summary>
    private static double[][] Columns(int factors, int days)
    {
        FixedGenerator random = new(5);
        double[][] columns = [.. Enumerable.Range(0, factors).Select(_ => new double[days])];
        for (int t = 0; t < days; t++)
        {
            double common = random.NextDouble() - 0.5;
            foreach (double[] column in columns)
                column[t] = (0.5 * common) + random.NextDouble() - 0.5;
        }
        return columns;
    }
}

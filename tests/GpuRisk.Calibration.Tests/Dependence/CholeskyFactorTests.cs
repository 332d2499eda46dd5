using GpuRisk.Calibration.Dependence;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using MathNet.Numerics;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.Dependence;

public sealed class CholeskyFactorTests
{
    [Fact]
    public void Two_factors_have_the_textbook_factor()
    {
        CholeskyFactor factor = CholeskyFactor.Of(new SymmetricMatrix(2, [1, 0.6, 0.6, 1]), RepairRule.Reject, "x");
        Assert.Equal(1, factor.Lower[0]);
        Assert.Equal(0, factor.Lower[1]);
        Assert.Equal(0.6, factor.Lower[2]);
        Assert.Equal(0.8, factor.Lower[3], Tolerance.Rounding);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(120)]
    public void The_factor_times_its_transpose_is_the_matrix_which_stays_as_it_was(int order)
    {
        SymmetricMatrix matrix = Matrices.Definite(order, 3);
        CholeskyFactor factor = CholeskyFactor.Of(matrix, RepairRule.Nearest, "x");
        Assert.Null(factor.Repair);
        Assert.Equal(matrix.Values.ToArray(), factor.Correlation.Values.ToArray());
        AssertFactors(factor);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(40)]
    public void A_repaired_matrix_has_unit_diagonal_is_positive_definite_and_passes_its_own_test(int order)
    {
        CholeskyFactor factor = CholeskyFactor.Of(Matrices.Indefinite(order), RepairRule.Nearest, "x");
        CorrelationRepairRecord repair = Assert.IsType<CorrelationRepairRecord>(factor.Repair);
        Assert.True(repair.SmallestEigenvalueBefore < 0);
        Assert.Equal(Matrices.Indefinite(order).FrobeniusDistanceTo(factor.Correlation), repair.FrobeniusDistance);
        for (int i = 0; i < order; i++)
            Assert.Equal(1, factor.Correlation[i, i]);
        Assert.All(factor.Correlation.Values.ToArray(), c => Assert.InRange(c, -1, 1));
        AssertFactors(factor);

        CholeskyFactor again = CholeskyFactor.Of(factor.Correlation, RepairRule.Reject, "x");
        Assert.Null(again.Repair);
        Assert.Equal(factor.Lower, again.Lower);
    }

    // Perfect correlations that contradict each other: the slowest to converge of the matrices that people write.
    [Theory]
    [InlineData(10, -1.0)]
    [InlineData(30, 0.0)]
    [InlineData(30, 0.99)]
    [InlineData(30, 1 - 1e-9)]
    public void Perfect_correlations_with_one_contradiction_are_repaired(int order, double contradiction)
    {
        SymmetricMatrix matrix = Matrices.FromLower(order, (i, j) => i == order - 1 && j == 0 ? contradiction : 1);
        CholeskyFactor factor = CholeskyFactor.Of(matrix, RepairRule.Nearest, "x");
        Assert.NotNull(factor.Repair);
        AssertFactors(factor);
        Assert.Null(CholeskyFactor.Of(factor.Correlation, RepairRule.Reject, "x").Repair);
    }

    // Equal correlations c of n factors have the least eigenvalue 1 - c: on either side of the floor, and between it and twice it, where
    // the factorisation that saves the eigenvalues does not decide.
    [Theory]
    [InlineData(0.5, false)]
    [InlineData(1.5, true)]
    [InlineData(2.5, true)]
    public void The_floor_decides_whether_a_matrix_stays_as_it_is(double floors, bool stays)
    {
        double c = 1 - (floors * CholeskyFactor.EigenvalueFloor(20));
        CholeskyFactor factor = CholeskyFactor.Of(Matrices.FromLower(20, (i, j) => i == j ? 1 : c), RepairRule.Nearest, "x");
        Assert.Equal(stays, factor.Repair is null);
    }

    [Fact]
    public void The_lift_moves_a_singular_matrix_less_than_its_printed_digits()
    {
        SymmetricMatrix singular = new(3, [1, 1, 0.6, 1, 1, 0.6, 0.6, 0.6, 1]);
        CholeskyFactor factor = CholeskyFactor.Of(singular, RepairRule.Nearest, "x");
        Assert.Equal(0, factor.Repair?.Iterations);
        Assert.Equal(0, factor.Repair!.FrobeniusDistance, Tolerance.LiftedCorrelation);
        AssertFactors(factor);
    }

    [Fact]
    public void The_repair_is_told_in_a_sentence() => Assert.Equal(
        "correlation matrix repaired: smallest eigenvalue -0.0123 before, moved by 0.0456 (Frobenius), nearest correlation (Higham 2002) in 37 iterations",
        RepairNote.Of(new CorrelationRepairRecord(-0.01234, 0.04561, 37)));

    [Fact]
    public void Reject_refuses_at_the_source_of_the_correlation()
    {
        SymmetricMatrix matrix = new(3, [1, 1, 0, 1, 1, 1, 0, 1, 1]);
        // 1 - sqrt(2)
        Assert.Equal(
            "correlation.csv:1:1: the correlation matrix is not positive definite: its smallest eigenvalue is -0.414; expected at least 3E-12, or the repair rule \"nearest\"",
            Assert.Single(Problems(() => CholeskyFactor.Of(matrix, RepairRule.Reject, "correlation.csv"))));
    }

    [Fact]
    public void The_linear_algebra_library_is_held_to_one_thread()
    {
        CholeskyFactor.Of(Matrices.Definite(2, 1), RepairRule.Reject, "x");
        Assert.Equal(1, Control.MaxDegreeOfParallelism);
    }

    private static void AssertFactors(CholeskyFactor factor)
    {
        int order = factor.Correlation.Order;
        for (int i = 0; i < order; i++)
        {
            Assert.True(factor.Lower[(i * order) + i] > 0);
            for (int j = 0; j < order; j++)
            {
                if (j > i)
                    Assert.Equal(0, factor.Lower[(i * order) + j]);
                Assert.Equal(factor.Correlation[i, j], Matrices.Product(factor.Lower, order, i, j), Tolerance.CholeskyProduct);
            }
        }
    }
}

using System.Globalization;
using System.Text.Json;
using GpuRisk.Calibration.Dependence;

namespace GpuRisk.Calibration.Tests.Dependence;

/// <summary>
/// Against Higham (2002), the published figures of QuantLib and NAG, and the limit computed in 30 digits
/// (data/higham-ncm).
/// </summary>
public sealed class NearestCorrelationTests
{
    private const string Data = "higham-ncm/ncm.json";

    [Fact]
    public void The_3_by_3_of_Higham_2002_goes_to_its_published_matrix()
    {
        (SymmetricMatrix nearest, _) = NearestCorrelation.Of(new SymmetricMatrix(3, [1, 1, 0, 1, 1, 1, 0, 1, 1]));
        Assert.Equal(0.76068985, nearest[0, 1], Tolerance.EightDecimals);
        Assert.Equal(0.15729811, nearest[0, 2], Tolerance.EightDecimals);
        Assert.Equal(0.76068985, nearest[1, 2], Tolerance.EightDecimals);
    }

    [Theory]
    [InlineData("higham2002_3x3")]
    [InlineData("higham2002_4x4_nag_g02aa")]
    [InlineData("sfsmisc_6x6")]
    public void The_nearest_matrix_meets_the_published_and_the_30_digit_figures(string name)
    {
        Assert.SkipWhen(Places.Missing(Data) is not null, Places.Missing(Data) ?? "");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Places.Shared(Data)));
        JsonElement example = document.RootElement.EnumerateArray().Single(e => e.GetProperty("name").GetString() == name);
        SymmetricMatrix input = Matrix(example.GetProperty("input"));
        (SymmetricMatrix nearest, int iterations) = NearestCorrelation.Of(input);

        Assert.InRange(iterations, 2, 100);
        AssertEntries(Matrix(example.GetProperty("nearest")), nearest, Tolerance.NearestCorrelation);
        double distance = double.Parse(example.GetProperty("frobenius").GetString()!, CultureInfo.InvariantCulture);
        Assert.Equal(distance, input.FrobeniusDistanceTo(nearest), Tolerance.NearestCorrelation);
        if (example.GetProperty("published").ValueKind != JsonValueKind.Null)
            AssertEntries(Matrix(example.GetProperty("published")), nearest, example.GetProperty("published_tolerance").GetDouble());
    }

    // By symmetry the nearest matrix has equal entries, and order factors can be equally correlated by -1 / (order - 1) at least.
    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(30)]
    public void All_correlations_at_minus_1_go_to_the_least_equal_correlation(int order)
    {
        (SymmetricMatrix nearest, _) = NearestCorrelation.Of(Matrices.FromLower(order, (i, j) => i == j ? 1 : -1));
        for (int i = 1; i < order; i++)
        {
            for (int j = 0; j < i; j++)
                Assert.Equal(-1.0 / (order - 1), nearest[i, j], Tolerance.NearestCorrelation);
        }
    }

    [Fact]
    public void A_correlation_matrix_comes_back_to_the_last_bit_singular_or_not()
    {
        SymmetricMatrix definite = new(2, [1, 0.3, 0.3, 1]);
        SymmetricMatrix singular = new(3, [1, 1, 0.6, 1, 1, 0.6, 0.6, 0.6, 1]);
        foreach (SymmetricMatrix matrix in new[] { definite, singular })
        {
            (SymmetricMatrix nearest, int iterations) = NearestCorrelation.Of(matrix);
            Assert.Equal(0, iterations);
            Assert.Equal(matrix.Values.ToArray(), nearest.Values.ToArray());
        }
    }

    [Fact]
    public void No_correlation_matrix_near_the_result_is_nearer_to_the_input()
    {
        SymmetricMatrix input = Matrices.Indefinite(5);
        (SymmetricMatrix nearest, _) = NearestCorrelation.Of(input);
        double best = input.FrobeniusDistanceTo(nearest);
        SymmetricMatrix identity = new(5, [.. Enumerable.Range(0, 25).Select(k => k % 6 == 0 ? 1.0 : 0.0)]);
        // Every point between two correlation matrices is one; the distance must grow along each such line.
        foreach (SymmetricMatrix other in new[] { identity, Matrices.Definite(5, 1), Matrices.Definite(5, 2), Matrices.Definite(5, 3) })
            Assert.True(input.FrobeniusDistanceTo(Matrices.Between(nearest, other, 1e-3)) > best);
    }

    [Fact]
    public void The_iteration_cap_ends_in_a_plain_message()
    {
        NearestCorrelationException failure = Assert.Throws<NearestCorrelationException>(
            () => NearestCorrelation.Of(Matrices.Indefinite(5), maximumIterations: 3));
        Assert.Equal(
            "the nearest correlation matrix (Higham 2002) was not reached within 3 iterations to a relative change of 1E-12", failure.Message);
    }

    [Fact]
    public void A_matrix_that_is_not_symmetric_or_not_finite_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new SymmetricMatrix(2, [1, 0.5, 0.4, 1]));
        Assert.Throws<ArgumentException>(() => new SymmetricMatrix(2, [1, double.NaN, double.NaN, 1]));
        Assert.Throws<ArgumentException>(() => new SymmetricMatrix(2, [1, 0.5, 1]));
    }

    private static SymmetricMatrix Matrix(JsonElement rows)
    {
        double[][] entries = [.. rows.EnumerateArray().Select(row => row.EnumerateArray().Select(Number).ToArray())];
        return new SymmetricMatrix(entries.Length, [.. entries.SelectMany(row => row)]);
    }

    private static double Number(JsonElement element) => element.ValueKind == JsonValueKind.String
        ? double.Parse(element.GetString()!, CultureInfo.InvariantCulture)
        : element.GetDouble();

    private static void AssertEntries(SymmetricMatrix expected, SymmetricMatrix actual, double tolerance)
    {
        for (int i = 0; i < expected.Order; i++)
        {
            for (int j = 0; j < expected.Order; j++)
                Assert.Equal(expected[i, j], actual[i, j], tolerance);
        }
    }
}

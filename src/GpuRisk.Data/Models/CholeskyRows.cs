using System.Globalization;
using GpuRisk.Data.Json;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Models;

/// <summary>Whether a matrix can be the Cholesky factor of a correlation: positive diagonal, rows of length 1.</summary>
internal static class CholeskyRows
{
    /// <summary>Rounding of a factorisation leaves far less, a digit that was changed far more.</summary>
    public const double Rounding = 1e-9;

    public static void Check(JsonObjectReader json, IReadOnlyList<FactorId> factors, double[] lower)
    {
        IReadOnlyList<JsonPlaced> rows = json.Take("cholesky")!.Items;
        for (int i = 0; i < factors.Count; i++)
        {
            ReadOnlySpan<double> row = lower.AsSpan(i * factors.Count, i + 1);
            double square = 0;
            foreach (double entry in row)
                square += entry * entry;
            if (!(row[^1] > 0))
                json.ReportAt(rows[i].Items[^1], string.Create(CultureInfo.InvariantCulture, $"cholesky has {row[^1]} on the diagonal, in the row of {factors[i]}; a number above 0 is expected"));
            else if (!(Math.Abs(square - 1) <= Rounding))
                json.ReportAt(rows[i], string.Create(CultureInfo.InvariantCulture, $"cholesky has a row of {factors[i]} whose squares sum to {square}; 1, as for a correlation matrix, is expected"));
        }
    }
}

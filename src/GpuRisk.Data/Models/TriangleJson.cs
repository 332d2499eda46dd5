using System.Text.Json;
using GpuRisk.Data.Json;

namespace GpuRisk.Data.Models;

/// <summary>The lower triangle of a square matrix in JSON: row i has its i + 1 numbers up to the diagonal.</summary>
internal static class TriangleJson
{
    /// <param name="matrix">Row-major, order squared.</param>
    public static void Write(Utf8JsonWriter json, string name, IReadOnlyList<double> matrix, int order)
    {
        json.WriteStartArray(name);
        double[] row = new double[order];
        for (int i = 0; i < order; i++)
        {
            for (int j = 0; j <= i; j++)
                row[j] = matrix[(i * order) + j];
            NumberRows.WriteRow(json, row.AsSpan(0, i + 1));
        }

        json.WriteEndArray();
    }

    /// <returns>Row-major, order squared, zero above the diagonal; null where it is wrong, which is then reported.</returns>
    public static double[]? Read(JsonObjectReader json, string name, int order)
    {
        if (json.Items(name, required: true) is not { } rows)
            return null;
        if (rows.Count != order)
        {
            json.ReportAt(json.Take(name)!, $"{name} has {rows.Count} rows for {order} factors; a row for each is expected");
            return null;
        }

        double[] matrix = new double[(long)order * order];
        bool sound = true;
        for (int i = 0; i < order; i++)
        {
            double[]? row = NumberRows.Read(json, name, rows[i], i + 1);
            row?.CopyTo(matrix.AsSpan(i * order));
            sound &= row is not null;
        }

        return sound ? matrix : null;
    }

    /// <summary>The same matrix with the upper triangle equal to the lower.</summary>
    public static double[] Mirrored(double[] lower, int order)
    {
        for (int i = 0; i < order; i++)
        {
            for (int j = 0; j < i; j++)
                lower[(j * order) + i] = lower[(i * order) + j];
        }

        return lower;
    }
}

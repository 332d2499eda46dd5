using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Domain.Measures;
using GpuRisk.Margin.Estimation;

namespace GpuRisk.Margin.Stress;

/// <summary>Windows as the kernel takes them: where each starts and ends, and what its worst losses count in ES at the margin's confidence.</summary>
internal sealed class WindowTable
{
    private WindowTable(int[] starts, int[] ends, int[] weightRows, double[] weights, int depth)
    {
        Starts = starts;
        Ends = ends;
        WeightRows = weightRows;
        Weights = weights;
        Depth = depth;
    }

    public int[] Starts { get; }

    public int[] Ends { get; }

    /// <summary>The row of <see cref="Weights"/> of each window: windows with as many scenarios share one.</summary>
    public int[] WeightRows { get; }

    public double[] Weights { get; }

    /// <summary>Weights a row.</summary>
    public int Depth { get; }

    public static WindowTable Of(IReadOnlyList<ScenarioWindow> windows, MarginSettings settings)
    {
        int[] sizes = [.. windows.Select(window => window.Count).Distinct()];
        double[][] rows = [.. sizes.Select(size => RowOf(settings, size))];
        int depth = rows.Max(row => row.Length);
        var weights = new double[rows.Length * depth];
        for (int row = 0; row < rows.Length; row++)
            rows[row].CopyTo(weights, row * depth);
        return new WindowTable(
            [.. windows.Select(window => window.First)], [.. windows.Select(window => window.End)],
            [.. windows.Select(window => Array.IndexOf(sizes, window.Count))], weights, depth);
    }

    private static double[] RowOf(MarginSettings settings, int size)
    {
        var estimator = new TailEstimator(Estimator(settings), settings.Confidence, size);
        // Of these rules the weights depend on the number of losses alone.
        return estimator.Weights(new double[estimator.Depth]).ToArray();
    }

    /// <summary>The weights of type 7 depend on how many losses are equal; the mean of the worst (1 - c) n takes its place.</summary>
    private static VarEstimator Estimator(MarginSettings settings) =>
        settings.Estimator == VarEstimator.Type7 ? VarEstimator.LowerQuantile : settings.Estimator;
}

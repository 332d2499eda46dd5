using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Simulation.Scenarios;

/// <summary>From independent normals to correlated ones.</summary>
internal sealed class CorrelationProduct : IDisposable
{
    private readonly int factors;
    private readonly bool triangular;
    private readonly DeviceBuffer<double> loadings;

    /// <param name="root">A full matrix in place of the Cholesky factor; null: none.</param>
    /// <param name="scaled">Whether rows are multiplied by the volatilities.</param>
    public CorrelationProduct(Accelerator accelerator, EllipticalModel model, IReadOnlyList<double>? root, bool scaled)
    {
        int n = factors = model.Factors.Count;
        triangular = root is null;
        IReadOnlyList<double> matrix = root ?? model.Cholesky;
        var rows = new double[n * n];
        for (int f = 0; f < n; f++)
        {
            int columns = triangular ? f + 1 : n;
            for (int k = 0; k < columns; k++)
                rows[f * n + k] = scaled ? model.Volatilities[f] * matrix[f * n + k] : matrix[f * n + k];
        }
        loadings = accelerator.Upload<double>(rows);
    }

    public void Launch(LaunchQueue queue, int items, int stride, DeviceBuffer<double> normals, DeviceBuffer<double> shocks)
    {
        if (triangular)
            queue.Launch(new CorrelateLaunch(factors, loadings, stride, normals, shocks), items, 0, CorrelateLaunch.RowsOf(factors));
        else
            queue.Launch(new CombineLaunch(factors, loadings, stride, normals, shocks), items, 0, factors);
    }

    public void Dispose() => loadings.Dispose();
}

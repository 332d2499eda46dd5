using GpuRisk.Accelerators;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Simulation;
using GpuRisk.Simulation.Aggregation;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Margin.Sampling;

/// <summary>Losses of every account at chosen points of the normals, through the pipeline of a run.</summary>
/// <remarks>Under a Student-t model, or over several steps, a point stands for the normals of all of it at its root-mean-square size.</remarks>
internal sealed class ProfitProbe
{
    private readonly Accelerator accelerator;
    private readonly Book book;
    private readonly InstrumentTable table;
    private readonly EllipticalModel model;
    private readonly PlanOptions plan;
    private readonly double[] loadings;

    public ProfitProbe(Accelerator accelerator, Book book, InstrumentTable table, EllipticalModel model, PlanOptions plan)
    {
        this.accelerator = accelerator;
        this.book = book;
        this.table = table;
        this.model = model;
        this.plan = plan;
        Directions = model.Factors.Count;
        double root = Math.Sqrt(model.Steps);
        loadings = new double[Directions * Directions];
        for (int f = 0; f < Directions; f++)
        {
            for (int k = 0; k <= f; k++)
                loadings[f * Directions + k] = root * model.Volatilities[f] * model.Cholesky[f * Directions + k];
        }
    }

    /// <summary>Normals of a step that factors are made of.</summary>
    public int Directions { get; }

    /// <summary>Factors x directions, row-major: shocks over the horizon.</summary>
    public ReadOnlySpan<double> Loadings => loadings;

    /// <returns>Account by account.</returns>
    public double[][] Losses(IReadOnlyList<double[]> points, CancellationToken cancellation)
    {
        var shocks = new double[Directions * points.Count];
        for (int f = 0; f < Directions; f++)
        {
            for (int s = 0; s < points.Count; s++)
            {
                double sum = 0;
                for (int k = 0; k <= f; k++)
                    sum += loadings[f * Directions + k] * points[s][k];
                shocks[f * points.Count + s] = sum;
            }
        }
        using var given = new GivenScenarios(accelerator, new ShockMatrix(model.Factors, points.Count, shocks, "probe"));
        using var revaluer = new Revaluer(accelerator, table, given);
        using var simulator = new Simulator(accelerator, revaluer, book.Positions, points.Count, plan with { Tile = null }, 0);
        var recorder = new LossRecorder(book.Positions.Accounts.Count, points.Count);
        simulator.Run([recorder], null, cancellation);
        return [.. Enumerable.Range(0, book.Positions.Accounts.Count).Select(recorder.Of)];
    }
}

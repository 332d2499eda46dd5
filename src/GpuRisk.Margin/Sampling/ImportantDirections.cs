using GpuRisk.Accelerators;
using GpuRisk.Calibration;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Simulation;
using GpuRisk.Simulation.Revaluation;

namespace GpuRisk.Margin.Sampling;

/// <summary>
/// The rotation whose first directions move the book most, for point sets whose first coordinates are their best: eigenvectors of
/// C = sum over accounts of (g g' + G^2) / trace, the mean of the outer product of a quadratic loss's gradient; g and G as of <see cref="LocalLoss"/>. A book of more factors than
/// are looked at one by one has the principal components of its shocks. Any rotation leaves the law as it is.
/// </summary>
/// <remarks>Source: Constantine, "Active subspaces" (2015), chapter 3; Acworth, Broadie and Glasserman (1998) for principal components.</remarks>
internal static class ImportantDirections
{
    /// <summary>Factors up to which each is looked at.</summary>
    private const int MostDirections = 64;

    /// <summary>Accounts up to which each is looked at; of more, as many, evenly spread over the book: what a mean over them needs, and no matrix of all accounts.</summary>
    private const int MostAccounts = 1024;

    /// <summary>Looking at pairs may cost the run this part of its scenarios.</summary>
    private const int PairsShare = 20;

    /// <param name="table">The book's instruments under the model's factors.</param>
    /// <param name="scenarios">Of the run.</param>
    /// <returns>Row-major, a column a direction.</returns>
    public static double[] Of(
        Accelerator accelerator, Book book, InstrumentTable table, EllipticalModel model, PlanOptions plan, int scenarios, CancellationToken cancellation)
    {
        int accounts = book.Positions.Accounts.Count;
        ProfitProbe probe = accounts <= MostAccounts
            ? new ProfitProbe(accelerator, book, table, model, plan)
            : OfSome(accelerator, BookPart.Of(book, [.. Enumerable.Range(0, MostAccounts).Select(i => (int)((long)i * accounts / MostAccounts))]), model, plan);
        int n = probe.Directions;
        return Rotation(n <= MostDirections ? OfBook(probe, scenarios, cancellation) ?? ShockComponents.Of(probe) : ShockComponents.Of(probe), n);
    }

    private static ProfitProbe OfSome(Accelerator accelerator, Book part, EllipticalModel model, PlanOptions plan) =>
        new(accelerator, part, InstrumentCompiler.Compile(part, model.Factors), model, plan);

    /// <returns>Null where no account has a finite loss that moves.</returns>
    private static PrincipalAxes? OfBook(ProfitProbe probe, int scenarios, CancellationToken cancellation)
    {
        int n = probe.Directions;
        var axes = new OrthonormalBasis(n);
        axes.Complete();
        bool pairs = n <= LocalLoss.MostPairedDirections && n * (n - 1) <= scenarios / PairsShare;
        LocalLoss local = LocalLoss.Of(probe, axes, pairs, cancellation);
        var sum = new double[n * n];
        bool moves = false;
        var own = new double[n * n];
        for (int a = 0; a < local.Slopes.Count; a++)
        {
            Gradients(local.Slopes[a], local.Curvatures[a], own);
            double trace = 0;
            for (int i = 0; i < n; i++)
                trace += own[i * n + i];
            if (!(trace > 0) || !double.IsFinite(trace))
                continue;
            moves = true;
            for (int k = 0; k < sum.Length; k++)
                sum[k] += own[k] / trace;
        }
        return moves && sum.All(double.IsFinite) ? PrincipalAxes.Of(new SymmetricMatrix(n, sum)) : null;
    }

    /// <summary>g g' + G G, the same to the last bit on either side of the diagonal.</summary>
    private static void Gradients(double[] slope, double[] curvature, double[] products)
    {
        int n = slope.Length;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double square = OrthonormalBasis.Dot(curvature.AsSpan(i * n, n), curvature.AsSpan(j * n, n));
                products[i * n + j] = slope[i] * slope[j] + square;
                products[j * n + i] = products[i * n + j];
            }
        }
    }

    private static double[] Rotation(PrincipalAxes axes, int n)
    {
        var basis = new OrthonormalBasis(n);
        for (int k = 0; k < n; k++)
            basis.Add(axes.Vector(k));
        basis.Complete();
        return basis.ToMatrix();
    }
}

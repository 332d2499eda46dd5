using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Simulation.Scenarios.Normals;

namespace GpuRisk.Simulation.Scenarios;

/// <summary>
/// Draws from an <see cref="EllipticalModel"/>: the shocks of scenario i are a function of its normals alone, and those of (seed, i). A step
/// takes a normal a factor, and with degrees of freedom one more, the last, from which the chi-squared variable comes.
/// </summary>
public sealed class EllipticalScenarios : IScenarioStage
{
    private readonly INormalSource normals;
    private readonly CorrelationProduct product;
    private readonly StudentTransform? student;
    private readonly ShockPath? path;
    private readonly int steps;

    /// <summary>Independent scenarios.</summary>
    /// <exception cref="ArgumentException">The model is not one.</exception>
    public EllipticalScenarios(Accelerator accelerator, EllipticalModel model, ulong seed)
        : this(accelerator, model, new PhiloxNormals(NormalsOf(model), seed))
    {
    }

    /// <param name="normals">Those of each scenario; the stage frees them, also where it cannot be made.</param>
    /// <param name="root">A matrix A, row-major, with A A' the correlation matrix; null: the model's Cholesky factor.</param>
    /// <exception cref="ArgumentException">The model is not one, or the normals or the matrix do not fit it.</exception>
    public EllipticalScenarios(Accelerator accelerator, EllipticalModel model, INormalSource normals, IReadOnlyList<double>? root = null)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(normals);
        using var guard = new AllocationGuard();
        this.normals = guard.Hold(normals);
        ModelChecks.Require(model);
        int n = model.Factors.Count;
        if (normals.Count != NormalsOf(model))
            throw new ArgumentException($"{NormalsOf(model)} normals a step are needed, and the source has {normals.Count}.", nameof(normals));
        if (root is not null && root.Count != n * n)
            throw new ArgumentException($"A matrix of {n} x {n} is needed.", nameof(root));
        Factors = model.Factors;
        steps = model.Steps;
        // Volatilities come in where they first can: with the correlation, with the marginals, or step by step.
        bool scaled = steps == 1 && model.MarginalDegreesOfFreedom is null;
        product = guard.Hold(new CorrelationProduct(accelerator, model, root, scaled));
        student = model.DegreesOfFreedom is null ? null : guard.Hold(new StudentTransform(accelerator, model));
        path = steps == 1 ? null : new ShockPath(accelerator, model.Volatilities, steps, model.Dynamics);
        guard.Release();
    }

    public IReadOnlyList<FactorId> Factors { get; }

    public int ScratchRows => normals.Rows + (path?.Rows ?? 0);

    /// <summary>Normals that a scenario takes a step.</summary>
    public static int NormalsOf(EllipticalModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Factors.Count + (model.DegreesOfFreedom is null ? 0 : 1);
    }

    public void Launch(
        LaunchQueue queue, DeviceBuffer<uint> scenarios, int first, int items, int stride, DeviceBuffer<double> scratch, DeviceBuffer<double> shocks)
    {
        ArgumentNullException.ThrowIfNull(queue);
        for (int step = 0; step < steps; step++)
        {
            normals.Launch(queue, scenarios, first, items, stride, step, scratch);
            student?.Mix(queue, items, stride, scratch);
            product.Launch(queue, items, stride, scratch, shocks);
            student?.Marginalise(queue, items, stride, shocks);
            path?.Launch(queue, step, items, normals.Rows, stride, scratch, shocks);
        }
    }

    public void Dispose()
    {
        normals.Dispose();
        product.Dispose();
        student?.Dispose();
        path?.Dispose();
    }
}

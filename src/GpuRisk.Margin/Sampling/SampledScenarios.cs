using System.Globalization;
using GpuRisk.Accelerators;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin.Estimation;
using GpuRisk.Simulation;
using GpuRisk.Simulation.Revaluation;
using GpuRisk.Simulation.Scenarios;
using GpuRisk.Simulation.Scenarios.Normals;

namespace GpuRisk.Margin.Sampling;

/// <summary>The scenarios of a run as its settings want them drawn, and the estimators that belong to them.</summary>
internal sealed class SampledScenarios : IDisposable
{
    private SampledScenarios(IScenarioStage stage, Func<Confidence, ITailEstimator> estimator)
    {
        Stage = stage;
        Estimator = estimator;
    }

    public IScenarioStage Stage { get; }

    /// <summary>Of a confidence level.</summary>
    public Func<Confidence, ITailEstimator> Estimator { get; }

    /// <summary>For people: <c>plain</c>, <c>quasi-random, 16 randomisations</c>.</summary>
    public string Words { get; private init; } = SamplingRules.Name(SamplingMethod.Plain);

    /// <summary>What did not go as asked for.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <summary>Scenarios do not count alike.</summary>
    public bool IsWeighted { get; private init; }

    /// <param name="table">The book's instruments under the model's factors.</param>
    /// <param name="count">Scenarios of the run.</param>
    /// <exception cref="ArgumentException">The settings do not suit the model or the book: see <see cref="SamplingRules"/>.</exception>
    public static SampledScenarios Create(
        Accelerator accelerator, Book book, InstrumentTable table, ScenarioModel model, int count, PlanOptions plan, CancellationToken cancellation)
    {
        if (SamplingRules.WhyNot(book.Settings, model, book.Positions.Accounts.Count) is { } problem)
            throw new ArgumentException(problem, nameof(book));
        SimulationSettings settings = book.Settings.Simulation;
        VarEstimator rule = book.Settings.Margin.Estimator;
        switch (settings.Sampling.Method)
        {
            case SamplingMethod.Antithetic:
                ScenarioClusters pairs = ScenarioClusters.Pairs(count);
                return new SampledScenarios(
                    new EllipticalScenarios(accelerator, (EllipticalModel)model, new AntitheticNormals(EllipticalScenarios.NormalsOf((EllipticalModel)model), settings.Seed)),
                    level => new ClusteredEstimator(rule, level, pairs)) { Words = SamplingRules.Name(SamplingMethod.Antithetic) };
            case SamplingMethod.QuasiRandom:
                return QuasiRandom(accelerator, book, table, (EllipticalModel)model, count, plan, cancellation);
            case SamplingMethod.Importance:
                return Importance(accelerator, book, table, (EllipticalModel)model, count, plan, cancellation);
            default:
                return Plain(accelerator, model, settings, rule, count);
        }
    }

    public void Dispose() => Stage.Dispose();

    private static SampledScenarios Plain(Accelerator accelerator, ScenarioModel model, SimulationSettings settings, VarEstimator rule, int count) =>
        new(ScenarioStages.Create(accelerator, model, settings), level => new TailEstimator(rule, level, count));

    private static SampledScenarios QuasiRandom(
        Accelerator accelerator, Book book, InstrumentTable table, EllipticalModel model, int count, PlanOptions plan, CancellationToken cancellation)
    {
        SimulationSettings settings = book.Settings.Simulation;
        int randomisations = settings.Sampling.Randomisations;
        double[] rotation = ImportantDirections.Of(accelerator, book, table, model, plan, count, cancellation);
        ScenarioClusters clusters = ScenarioClusters.Randomisations(count, randomisations);
        double[] root = RotatedRoot.Of(model, rotation);
        int normals = EllipticalScenarios.NormalsOf(model);
        var points = new SobolNormals(
            accelerator, normals, model.Steps, count, randomisations, settings.Seed, lastLeads: model.DegreesOfFreedom is not null);
        var stage = new EllipticalScenarios(accelerator, model, points, root);
        return new SampledScenarios(stage, level => new ClusteredEstimator(book.Settings.Margin.Estimator, level, clusters))
        {
            Words = string.Create(CultureInfo.InvariantCulture, $"{SamplingRules.Name(SamplingMethod.QuasiRandom)}, {randomisations} randomisations"),
        };
    }

    private static SampledScenarios Importance(
        Accelerator accelerator, Book book, InstrumentTable table, EllipticalModel model, int count, PlanOptions plan, CancellationToken cancellation)
    {
        SimulationSettings settings = book.Settings.Simulation;
        string name = SamplingRules.Name(SamplingMethod.Importance);
        var probe = new ProfitProbe(accelerator, book, table, model, plan);
        DeltaGamma? loss = DeltaGamma.Of(probe, cancellation);
        ExponentialTilt? tilt = loss is null ? null : ExponentialTilt.Of(loss, book.Settings.Margin.Confidence);
        if (loss is null || tilt is null)
        {
            string account = book.Positions.Accounts[0];
            string why = loss is null ? "a loss of its near the present market is not a finite number"
                : "its delta and gamma show no direction of losses, or none that reaches the confidence level";
            SampledScenarios plain = Plain(accelerator, model, settings, book.Settings.Margin.Estimator, count);
            return new SampledScenarios(plain.Stage, plain.Estimator) { Notes = [$"importance sampling: account {account} is sampled plainly, for {why}"] };
        }
        double[] root = RotatedRoot.Of(model, loss.Rotation);
        var normals = new TiltedNormals(accelerator, new PhiloxNormals(model.Factors.Count, settings.Seed), tilt.Means, tilt.Deviations);
        using var guard = new AllocationGuard();
        EllipticalScenarios stage = guard.Hold(new EllipticalScenarios(accelerator, model, normals, root));
        double[] weights = LikelihoodRatios.Of(accelerator, normals, tilt.LogRatio, count, cancellation);
        guard.Release();
        return new SampledScenarios(stage, level => new WeightedEstimator(level, weights)) { Words = name, IsWeighted = true };
    }
}

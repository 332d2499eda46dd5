using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Simulation.Scenarios;

/// <summary>That a model is one that scenarios can be drawn from.</summary>
internal static class ModelChecks
{
    /// <summary>What rounding may leave of weights that sum to 1.</summary>
    private const double WeightRounding = 1e-9;

    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Require(EllipticalModel model)
    {
        int n = RequireFactors(model);
        RequireVolatilities(model, model.Volatilities, n);
        Require(model.Cholesky.Count == n * n && model.Cholesky.All(double.IsFinite), model, $"the Cholesky factor has {n} x {n} finite entries");
        Require(model.DegreesOfFreedom is not { } nu || IsDegrees(nu), model, "degrees of freedom are above 2 and at most 10,000");
        if (model.MarginalDegreesOfFreedom is { } marginals)
        {
            Require(model.DegreesOfFreedom is not null, model, "marginal degrees of freedom stand under a t copula, whose degrees of freedom are given");
            Require(marginals.Count == n && marginals.All(IsDegrees), model, "there are marginal degrees of freedom for each factor, above 2 and at most 10,000");
        }
        RequireSteps(model, model.Steps, model.Dynamics, n);
    }

    /// <inheritdoc cref="Require(EllipticalModel)"/>
    public static void Require(BootstrapModel model)
    {
        int n = RequireFactors(model);
        RequireVolatilities(model, model.Volatilities, n);
        Require(
            model.Dates.Count > 0 && model.Innovations.Length == (long)model.Dates.Count * n, model,
            "there is a day at least, and a change of each factor for each day");
        foreach (double change in model.Innovations.Span)
            Require(double.IsFinite(change), model, "changes are finite");
        RequireSteps(model, model.Steps, model.Dynamics, n);
    }

    /// <inheritdoc cref="Require(EllipticalModel)"/>
    public static void Require(MixtureModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Require(model.Components.Count > 0, model, "a mixture has a part at least");
        Require(model.Components.All(c => c.Weight is > 0 and <= 1), model, "weights lie in (0, 1]");
        Require(Math.Abs(model.Components.Sum(c => c.Weight) - 1) <= WeightRounding, model, "weights sum to 1");
        Require(model.Components.All(c => c.Model is not GivenModel), model, "parts of a mixture are drawn, not given");
        Require(model.Components.All(c => c.Model.Factors.SequenceEqual(model.Factors)), model, "all parts have the same factors in the same order");
    }

    private static int RequireFactors(ScenarioModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Require(model.Factors.Count > 0, model, "there is a factor at least");
        return model.Factors.Count;
    }

    private static void RequireVolatilities(ScenarioModel model, IReadOnlyList<double> volatilities, int n) =>
        Require(volatilities.Count == n && volatilities.All(IsNotNegative), model, "there is a volatility for each factor, finite and not negative");

    private static void RequireSteps(ScenarioModel model, int steps, VarianceDynamics? dynamics, int n)
    {
        Require(steps is >= 1 and <= RandomStreams.Steps, model, "there is a step at least");
        if (dynamics is null)
            return;
        foreach (IReadOnlyList<double> terms in new[] { dynamics.Omega, dynamics.Alpha, dynamics.Beta })
            Require(terms.Count == n && terms.All(IsNotNegative), model, "variance dynamics have three terms for each factor, finite and not negative");
    }

    private static bool IsDegrees(double nu) => nu is > 2 and <= EllipticalModel.LargestDegreesOfFreedom;

    private static bool IsNotNegative(double value) => value >= 0 && double.IsFinite(value);

    private static void Require(bool holds, ScenarioModel model, string rule)
    {
        if (!holds)
            throw new ArgumentException($"Model {model.Name}: {rule}.", nameof(model));
    }
}

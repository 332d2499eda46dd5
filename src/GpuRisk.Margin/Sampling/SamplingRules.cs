using System.Numerics;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Margin.Sampling;

/// <summary>Where a method of sampling is defined.</summary>
public static class SamplingRules
{
    /// <summary>Why a run cannot be sampled as its settings say, and what to do; null where it can.</summary>
    /// <param name="accounts">After <see cref="BookScope.Apply"/>.</param>
    public static string? WhyNot(BookSettings settings, ScenarioModel model, int accounts)
    {
        ArgumentNullException.ThrowIfNull(settings);
        SamplingSettings sampling = settings.Simulation.Sampling;
        if (sampling.Method == SamplingMethod.Plain)
            return null;
        string method = Name(sampling.Method);
        if (model is not EllipticalModel elliptical)
            return $"{method} sampling is defined for normal and Student-t models, which are drawn from normals, and {model.Name} is not; choose plain sampling or another model";
        return sampling.Method switch
        {
            SamplingMethod.QuasiRandom => OfRandomisations(sampling.Randomisations, settings.Simulation.Scenarios),
            SamplingMethod.Importance => OfImportance(settings, elliptical, accounts),
            _ => null,
        };
    }

    /// <summary>As in settings and results: <c>plain</c>, <c>antithetic</c>, <c>quasi-random</c>, <c>importance</c>.</summary>
    public static string Name(SamplingMethod method) => method switch
    {
        SamplingMethod.Antithetic => "antithetic",
        SamplingMethod.QuasiRandom => "quasi-random",
        SamplingMethod.Importance => "importance",
        _ => "plain",
    };

    private static string? OfRandomisations(int randomisations, int scenarios)
    {
        if (!BitOperations.IsPow2(randomisations) || randomisations is < SamplingSettings.FewestRandomisations or > SamplingSettings.MostRandomisations)
            return $"{randomisations} randomisations; expected a power of two from {SamplingSettings.FewestRandomisations} to {SamplingSettings.MostRandomisations}";
        return scenarios < 2 * randomisations
            ? $"{scenarios} scenarios are too few for {randomisations} randomisations; expected {2 * randomisations} at least"
            : null;
    }

    private static string? OfImportance(BookSettings settings, EllipticalModel model, int accounts)
    {
        if (accounts != 1)
            return $"importance sampling is of one account, and the book has {accounts}; ask for the net book or for one account";
        if (settings.Margin.Estimator != VarEstimator.LowerQuantile)
            return "importance sampling has weighted scenarios, for which the lower-quantile estimator alone is defined; choose it";
        return model.DegreesOfFreedom is null && model.Steps == 1 && model.Dynamics is null
            ? null
            : "importance sampling is defined for the normal model over one step; choose horizon by scaling, or another method of sampling";
    }
}

using System.Globalization;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Dependence;

/// <summary>The correlation of a model's factors, after stress and repair.</summary>
/// <param name="Rule">How it came about, in words.</param>
/// <param name="Notes">One sentence each: the rule, stresses, factors that never moved, a repair.</param>
internal sealed record CorrelationFit(CholeskyFactor Factor, string Rule, IReadOnlyList<string> Notes)
{
    private const int LeastReturns = 2;

    /// <param name="sample">Plain or devolatilised returns, as the settings ask for, of their lookback.</param>
    /// <param name="given">Replaces the estimate; stress and repair apply to it too.</param>
    /// <exception cref="InvalidInputException">
    /// The given correlation or a stress cannot be used, or returns are too few: the sample's and the exponentially weighted correlation
    /// need more than there are factors to be positive definite, the shrunk and the given one two.
    /// </exception>
    internal static CorrelationFit Of(ReturnSample sample, CalibrationSettings settings, CorrelationTable? given)
    {
        CorrelationSettings rules = settings.Correlation;
        ThrowIfTooFew(sample, rules, given is not null);
        (SymmetricMatrix matrix, string rule) = given is null
            ? Estimate(sample, rules)
            : (GivenCorrelation.Of(given, sample.Factors), $"given by {given.Source}");
        List<string> notes = [$"correlation: {rule}"];
        notes.AddRange(sample.Notes);
        AddConstant(sample, given is not null, notes);
        foreach (string words in rules.Stress.Select(StressedCorrelation.Words))
        {
            notes.Add($"correlation stress: {words}");
            rule += $"; {words}";
        }
        string name = rules.Stress.Count == 0 ? "the correlation matrix" : "the correlation matrix after stress";
        SymmetricMatrix stressed = StressedCorrelation.Of(matrix, rules.Stress, sample.Factors);
        CholeskyFactor factor = CholeskyFactor.Of(stressed, settings.Repair, given?.Source ?? sample.Source, name);
        if (factor.Repair is not null)
            notes.Add(RepairNote.Of(factor.Repair));
        return new CorrelationFit(factor, rule, notes);
    }

    private static (SymmetricMatrix Matrix, string Rule) Estimate(ReturnSample sample, CorrelationSettings rules)
    {
        string of = (rules.Devolatilised ? ", of devolatilised returns" : "") + (rules.Lookback > 0 ? Invariant($", newest {sample.Count} days") : "");
        switch (rules.Estimator)
        {
            case CorrelationEstimator.Sample:
                return (SampleCorrelation.EqualWeights(sample.Columns), $"sample, zero mean, equal weights{of}");
            case CorrelationEstimator.Ewma:
                double effective = SampleCorrelation.EffectiveReturns(sample.Count, rules.Lambda);
                return (
                    SampleCorrelation.ExponentialWeights(sample.Columns, rules.Lambda),
                    Invariant($"EWMA, lambda {rules.Lambda}, zero mean, worth {effective:F0} equally weighted returns{of}"));
            default:
                ShrunkMatrix shrunk = LedoitWolf.Correlation(sample.Columns);
                return (shrunk.Matrix, Invariant($"sample, zero mean, equal weights, shrunk by {shrunk.Shrinkage:F4} towards no correlation (Ledoit and Wolf 2004){of}"));
        }
    }

    private static void ThrowIfTooFew(ReturnSample sample, CorrelationSettings rules, bool given)
    {
        int factors = sample.Factors.Count;
        bool any = given || rules.Estimator == CorrelationEstimator.LedoitWolf;
        int least = any ? LeastReturns : factors + 1;
        if (sample.Count >= least)
            return;
        string expected = any
            ? Invariant($"at least {LeastReturns}")
            : Invariant($"at least {least} (factors + 1) to estimate a correlation, or the correlation estimator ledoit-wolf, or a given correlation");
        string kind = rules.Devolatilised && !given ? "devolatilised" : "usable one-day";
        throw new InvalidInputException(new InputProblem(sample.Source, 1, 1, Invariant($"{sample.Count} {kind} returns of {factors} factors; expected {expected}")));
    }

    private static void AddConstant(ReturnSample sample, bool given, List<string> notes)
    {
        FactorId[] constant = [.. sample.Factors.Where((_, factor) => sample.IsConstant(factor))];
        if (constant.Length == 0)
            return;
        string consequence = given ? "volatility 0" : "volatility 0 and correlation 0 with the others";
        notes.Add($"constant in the history, hence {consequence}: {string.Join(", ", constant)}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

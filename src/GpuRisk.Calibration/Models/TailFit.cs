using System.Globalization;
using GpuRisk.Calibration.Dependence;
using GpuRisk.Calibration.HeavyTails;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Models;

/// <summary>Degrees of freedom of a Student t model.</summary>
/// <param name="DegreesOfFreedom">nu, of the copula where factors have their own.</param>
/// <param name="Marginals">nu_f, one a factor; null: all have nu.</param>
internal sealed record TailFit(double DegreesOfFreedom, IReadOnlyList<double>? Marginals, IReadOnlyList<string> Notes)
{
    /// <summary>Of fewer returns a likelihood says next to nothing about a tail.</summary>
    private const int LeastReturns = 50;

    // With returns 40 times the factors the multivariate fit gives 5.3 in place of 5.
    private const int ReturnsPerFactor = 40;

    internal double Of(int factor) => Marginals?[factor] ?? DegreesOfFreedom;

    /// <summary>
    /// One nu: that of the multivariate likelihood where the correlation is the estimate itself and rests on 40 times as many returns as there are
    /// factors, else of the factors' own likelihoods, summed, which no correlation enters.
    /// </summary>
    internal static TailFit Multivariate(CalibrationBasis basis, double? given)
    {
        if (given is { } nu)
            return new TailFit(nu, null, [Invariant($"degrees of freedom: {nu}, given")]);
        ReturnSample sample = Sample(basis);
        double[][] columns = OfUnitVariance(sample);
        bool whole = IsOwnCorrelation(basis) && Worth(basis) >= ReturnsPerFactor * sample.Factors.Count;
        DegreesOfFreedom fit = whole
            ? HeavyTails.DegreesOfFreedom.FitMultivariate(columns, basis.Correlation.Factor.Lower)
            : HeavyTails.DegreesOfFreedom.FitPooled(columns);
        string how = whole
            ? "multivariate maximum likelihood"
            : $"maximum likelihood of the factors one by one, summed, for {WhyNotWhole(basis, sample.Factors.Count)}";
        return new TailFit(fit.Value, null, [Invariant($"degrees of freedom: {fit.Value}, by {how}, on {sample.Count} devolatilised returns{Ending(fit)}")]);
    }

    /// <summary>nu_f of each factor by its own likelihood, and that of the copula by ranks.</summary>
    internal static TailFit Copula(CalibrationBasis basis, double? given)
    {
        ReturnSample sample = Sample(basis);
        double[][] columns = OfUnitVariance(sample);
        DegreesOfFreedom[] fits = new DegreesOfFreedom[columns.Length];
        // Each factor by itself, so that threads cannot change a bit.
        Parallel.For(0, fits.Length, factor => fits[factor] = HeavyTails.DegreesOfFreedom.Fit(columns[factor]));
        double[] marginals = [.. fits.Select(fit => fit.Value)];
        List<string> notes =
        [
            Invariant($"degrees of freedom of the factors: {marginals.Min()} to {marginals.Max()}, by maximum likelihood, on {sample.Count} devolatilised returns"),
        ];
        foreach (IGrouping<string, int> group in Enumerable.Range(0, fits.Length).Where(f => fits[f].Note is not null).GroupBy(f => fits[f].Note!))
            notes.Add($"degrees of freedom of {string.Join(", ", group.Select(factor => sample.Factors[factor]))}: {group.Key}");
        if (given is { } nu)
            return new TailFit(nu, marginals, [.. notes, Invariant($"degrees of freedom of the copula: {nu}, given")]);
        DegreesOfFreedom copula = CopulaDegreesOfFreedom.Fit(sample.Columns);
        notes.Add(Invariant($"degrees of freedom of the copula: {copula.Value}, by canonical maximum likelihood of neighbouring pairs of factors{Ending(copula)}"));
        return new TailFit(copula.Value, marginals, notes);
    }

    private static ReturnSample Sample(CalibrationBasis basis)
    {
        ReturnSample sample = basis.Devolatilised;
        return sample.Count >= LeastReturns
            ? sample
            : throw new InvalidInputException(new InputProblem(sample.Source, 1, 1, Invariant(
                $"{sample.Count} devolatilised returns, of which degrees of freedom would be fitted; expected at least {LeastReturns}, or given degrees of freedom of one law for all factors")));
    }

    private static double[][] OfUnitVariance(ReturnSample sample) => [.. sample.Columns.Select(column =>
    {
        double sum = 0;
        foreach (double z in column)
            sum += z * z;
        double scale = Math.Sqrt(sum / column.Length);
        return scale > 0 ? column.Select(z => z / scale).ToArray() : column;
    })];

    /// <summary>Neither given nor moved by a stress nor repaired: distances by another correlation than the returns' own say nothing of nu.</summary>
    private static bool IsOwnCorrelation(CalibrationBasis basis) =>
        basis.Given is null && basis.Calibration.Correlation.Stress.Count == 0 && basis.Correlation.Factor.Repair is null;

    private static string WhyNotWhole(CalibrationBasis basis, int factors) => IsOwnCorrelation(basis)
        ? Invariant($"the correlation rests on {Worth(basis):F0} returns, fewer than {ReturnsPerFactor} for each of {factors} factors")
        : "the correlation is not the returns' own (given, stressed or repaired)";

    private static double Worth(CalibrationBasis basis)
    {
        int returns = basis.DependenceSample.Count;
        CorrelationSettings rules = basis.Calibration.Correlation;
        return rules.Estimator == CorrelationEstimator.Ewma ? SampleCorrelation.EffectiveReturns(returns, rules.Lambda) : returns;
    }

    private static string Ending(DegreesOfFreedom fit) => fit.Note is null ? "" : "; " + fit.Note;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration;

/// <summary>
/// A history of levels becomes a joint Gaussian model of the shocks over the horizon: volatilities by EWMA or equal
/// weights, correlation from the sample (<see cref="SampleCorrelation"/>) or given, Cholesky factor of the (repaired)
/// correlation. The same input gives the same bits on every machine.
/// </summary>
public static class GaussianCalibration
{
    private const int LeastReturns = 2;

    /// <param name="horizonDays">Margin period of risk in days, at least 1.</param>
    /// <param name="given">Replaces the sample correlation; its factors are the history's, in any order.</param>
    /// <exception cref="InvalidInputException">
    /// The history or the given correlation cannot be used; among others with fewer returns than factors + 1, from which
    /// no positive definite correlation can be estimated (with a given correlation: fewer than 2).
    /// </exception>
    public static CalibrationResult Calibrate(
        FactorHistory history, CalibrationSettings settings, int horizonDays, CorrelationTable? given = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(settings);
        Returns returns = Returns.Of(history, settings);
        ThrowIfTooFew(returns, given is not null);
        double[] volatilities = VolatilityEstimates.OverHorizon(returns, settings, horizonDays);
        SymmetricMatrix correlation = given is null
            ? SampleCorrelation.ZeroMeanEqualWeights(returns)
            : GivenCorrelation.Of(given, history.Factors);
        CholeskyFactor factor = CholeskyFactor.Of(correlation, settings.Repair, given?.Source ?? history.Source);
        EllipticalModel model = new()
        {
            Factors = history.Factors,
            Volatilities = volatilities,
            Cholesky = factor.Lower,
            Name = settings.Volatility == VolatilityEstimator.Ewma ? "gaussian-ewma" : "gaussian-equal",
        };
        return new CalibrationResult(model, Notes(returns, settings, horizonDays, given, factor.Repair), factor.Repair);
    }

    private static void ThrowIfTooFew(Returns returns, bool given)
    {
        int factors = returns.Factors.Count;
        int least = given ? LeastReturns : factors + 1;
        if (returns.Count >= least)
            return;
        string expected = given
            ? $"at least {LeastReturns}"
            : string.Create(CultureInfo.InvariantCulture, $"at least {least} (factors + 1) to estimate a correlation, or a given correlation");
        throw new InvalidInputException(new InputProblem(returns.Source, 1, 1, string.Create(
            CultureInfo.InvariantCulture, $"{returns.Count} usable one-day returns of {factors} factors; expected {expected}")));
    }

    private static List<string> Notes(
        Returns returns, CalibrationSettings settings, int horizonDays, CorrelationTable? given, CorrelationRepair? repair)
    {
        List<string> notes = [.. returns.Notes, VolatilityEstimates.Note(settings, horizonDays)];
        notes.Add(given is null ? "correlation: sample, zero mean, equal weights" : $"correlation: given by {given.Source}");
        IReadOnlyList<int> constant = SampleCorrelation.ConstantFactors(returns);
        if (constant.Count > 0)
        {
            string consequence = given is null ? "volatility 0 and correlation 0 with the others" : "volatility 0";
            notes.Add($"constant in the history, hence {consequence}: {string.Join(", ", constant.Select(f => returns.Factors[f]))}");
        }
        if (repair is not null)
            notes.Add(repair.Note);
        return notes;
    }
}

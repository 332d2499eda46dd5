using System.Globalization;
using GpuRisk.Calibration.Dependence;
using GpuRisk.Calibration.Volatility;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Calibration.Models;

/// <summary>Reports of calibrations, from what they rest on.</summary>
internal static class CalibrationReports
{
    /// <summary>Of a pair of entries that are moved by 0.07: more than an estimate's rounding, less than what a trader would call another correlation.</summary>
    private const double LargeRepair = 0.1;

    /// <summary>Of a model with a correlation of its own.</summary>
    internal static CalibrationReport Elliptical(CalibrationBasis basis, string model, IReadOnlyList<string> notes)
    {
        CorrelationFit correlation = basis.Correlation;
        return Of(basis, basis.Volatility, basis.DependenceSample, model, notes) with
        {
            Correlation = correlation.Factor.Correlation.Values.ToArray(),
            CorrelationRule = correlation.Rule,
            Repair = correlation.Factor.Repair,
            Warnings = [.. basis.All.Warnings, .. RepairWarnings(correlation.Factor.Repair)],
        };
    }

    private static IEnumerable<string> RepairWarnings(CorrelationRepairRecord? repair)
    {
        if (repair is { FrobeniusDistance: > LargeRepair })
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"the correlation matrix was so far from one that can be that its repair moved it by {repair.FrobeniusDistance:G3} (root of the sum of squares of all changes): the model is of another dependence than was asked for; compare the matrix in the model's file");
        }
    }

    /// <summary>Of a model of historical changes: their dependence is their own, whatever is given.</summary>
    internal static CalibrationReport Sampled(
        CalibrationBasis basis, VolatilityCalibration volatility, ReturnSample sample, string model, IReadOnlyList<string> notes)
    {
        List<string> all = [.. notes];
        if (basis.Given is not null)
            all.Add($"correlation: that of the changes themselves, so that {basis.Given.Source} plays no part");
        if (basis.Calibration.Correlation.Stress.Count > 0)
            all.Add("correlation stress: plays no part, for changes of the history have their own dependence");
        return Of(basis, volatility, sample, model, all) with
        {
            Correlation = SampleCorrelation.EqualWeights(sample.Columns).Values.ToArray(),
            CorrelationRule = "sample, zero mean, equal weights",
        };
    }

    /// <summary>The volatility rule of all that have no other, the horizon it is brought to, and what else there is to say.</summary>
    internal static IEnumerable<string> VolatilityNotes(CalibrationBasis basis, HorizonVolatility horizon) =>
    [
        $"volatility: {VolatilityRule.Sentence(basis.Calibration.Volatility, basis.Calibration.Lambda)}, zero mean, {horizon.Words}",
        .. basis.Volatility.Notes,
    ];

    private static CalibrationReport Of(
        CalibrationBasis basis, VolatilityCalibration volatility, ReturnSample sample, string model, IReadOnlyList<string> notes) => new()
        {
            Model = model,
            Factors = [.. volatility.Factors.Select((fit, factor) => Row(basis.All, fit, factor))],
            Correlation = [],
            CorrelationRule = "",
            Returns = sample.Count,
            First = sample.First,
            Last = sample.Last,
            Notes = notes,
            Warnings = basis.All.Warnings,
        };

    private static FactorCalibration Row(Returns returns, FactorVolatility fit, int factor) => new()
    {
        Factor = returns.Factors[factor],
        Volatility = fit.Today,
        Rule = fit.Rule,
        Garch = fit.Garch,
        Floor = fit.Floor,
        Returns = fit.Returns,
        First = fit.First,
        Last = fit.Last,
        ProxiedReturns = Proxied(returns, fit, factor),
        Proxy = Proxied(returns, fit, factor) > 0 ? returns.Proxy(factor) : null,
    };

    /// <summary>Of the newest returns, which the volatility rests on. A proxy stands in before a factor's first level, hence for the oldest.</summary>
    private static int Proxied(Returns returns, FactorVolatility fit, int factor) =>
        Math.Max(0, returns.ProxiedCount(factor) - (returns.Count - fit.Returns));
}

using GpuRisk.Calibration.Dependence;
using GpuRisk.Calibration.Volatility;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Models;

/// <summary>What models calibrated on one history share, each part computed when first asked for.</summary>
/// <param name="all">Every usable return of the history, or of a window of stress: lookbacks of groups and floors reach back into it.</param>
/// <param name="newest">Those of the lookback.</param>
internal sealed class CalibrationBasis(
    Returns all, Returns newest, CalibrationSettings calibration, CorrelationTable? given)
{
    private VolatilityCalibration? volatility;
    private ReturnSample? devolatilised;
    private CorrelationFit? correlation;

    internal Returns All => all;

    internal Returns Newest => newest;

    internal CalibrationSettings Calibration => calibration;

    internal CorrelationTable? Given => given;

    internal VolatilityCalibration Volatility => volatility ??= FactorVolatilities.Of(all, calibration);

    /// <summary>Devolatilised returns of the lookback.</summary>
    internal ReturnSample Devolatilised => devolatilised ??= DevolatilisedReturns.Of(all, Volatility.Factors).Newest(calibration.Lookback);

    internal CorrelationFit Correlation => correlation ??= CorrelationFit.Of(DependenceSample, calibration, given);

    /// <summary>What the correlation is estimated on.</summary>
    internal ReturnSample DependenceSample
    {
        get
        {
            CorrelationSettings rules = calibration.Correlation;
            if (given is not null || rules is { Lookback: 0, Devolatilised: false })
                return ReturnSample.Of(newest);
            ReturnSample whole = rules.Devolatilised ? DevolatilisedReturns.Of(all, Volatility.Factors) : ReturnSample.Of(all);
            return whole.Newest(rules.Lookback > 0 ? rules.Lookback : calibration.Lookback);
        }
    }

    /// <summary>The volatility rule as a part of a model's name. Groups with rules of their own do not change it.</summary>
    internal string VolatilityName => calibration.Volatility switch
    {
        VolatilityEstimator.Equal => "equal",
        VolatilityEstimator.Ewma => "ewma",
        _ => "garch",
    };
}

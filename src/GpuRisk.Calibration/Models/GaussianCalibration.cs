using GpuRisk.Calibration.Dependence;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Models;

/// <summary>Normal shocks: volatilities by their rule, Cholesky factor of the correlation after stress and repair.</summary>
internal static class GaussianCalibration
{
    internal static CalibratedModel Of(CalibrationBasis basis, SimulationSettings simulation)
    {
        // Before the volatilities, so that too few returns are refused in the correlation's words.
        CorrelationFit correlation = basis.Correlation;
        HorizonVolatility horizon = HorizonVolatility.Of(basis, simulation, HorizonRule.Scale);
        EllipticalModel model = new()
        {
            Name = "gaussian-" + basis.VolatilityName,
            Factors = basis.All.Factors,
            Volatilities = horizon.Volatilities,
            Cholesky = correlation.Factor.Lower,
            Steps = horizon.Steps,
            Dynamics = horizon.Dynamics,
        };
        string[] notes = [.. basis.Newest.Notes, .. CalibrationReports.VolatilityNotes(basis, horizon), .. correlation.Notes];
        CalibrationReport report = CalibrationReports.Elliptical(basis, model.Name, notes);
        return new CalibratedModel(model, report with { WorstFit = QuantilePlots.Worst(basis.Devolatilised, _ => null) });
    }
}

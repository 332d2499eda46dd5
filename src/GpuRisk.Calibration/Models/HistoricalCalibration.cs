using GpuRisk.Calibration.Volatility;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Models;

/// <summary>The changes of the history themselves, each a scenario. Volatilities and correlation in the report are those of the same returns, equally weighted.</summary>
internal static class HistoricalCalibration
{
    internal static CalibratedModel Of(CalibrationBasis basis, SimulationSettings simulation)
    {
        HistoricalScenarioSet set = HistoricalScenarios.Of(basis.Newest, simulation);
        GivenModel model = new() { Name = "historical", Shocks = set.Shocks };
        CalibrationSettings plain = basis.Calibration with { Volatility = VolatilityEstimator.Equal, VolatilityFloor = 0, Groups = [] };
        return new CalibratedModel(model, CalibrationReports.Sampled(
            basis, FactorVolatilities.Of(basis.All, plain), ReturnSample.Of(basis.Newest), model.Name, [.. basis.Newest.Notes, .. set.Notes]));
    }
}

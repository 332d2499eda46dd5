using System.Globalization;
using GpuRisk.Calibration.Dependence;
using GpuRisk.Calibration.HeavyTails;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Models;

/// <summary>
/// Student t shocks: volatilities and correlation as of normal ones, and degrees of freedom that are given or fitted to devolatilised returns,
/// each factor's brought to variance 1. One nu for all, or one a factor under a t copula.
/// </summary>
internal static class StudentTCalibration
{
    internal static CalibratedModel Of(CalibrationBasis basis, SimulationSettings simulation)
    {
        StudentTSettings rules = simulation.StudentT;
        if (rules.DegreesOfFreedom is { } given && !(given > 2 && double.IsFinite(given)))
            throw new InvalidInputException(new InputProblem(PatternChecks.Settings, 1, 1, Invariant($"a Student t law has {given} degrees of freedom; expected a number above 2, or none to have it fitted")));
        CorrelationFit correlation = basis.Correlation;
        HorizonVolatility horizon = HorizonVolatility.Of(basis, simulation, HorizonRule.Scale);
        TailFit tails = rules.Marginals ? TailFit.Copula(basis, rules.DegreesOfFreedom) : TailFit.Multivariate(basis, rules.DegreesOfFreedom);
        EllipticalModel model = new()
        {
            Name = (rules.Marginals ? "t-copula-" : "student-t-") + basis.VolatilityName,
            Factors = basis.All.Factors,
            Volatilities = horizon.Volatilities,
            Cholesky = correlation.Factor.Lower,
            DegreesOfFreedom = tails.DegreesOfFreedom,
            MarginalDegreesOfFreedom = tails.Marginals,
            Steps = horizon.Steps,
            Dynamics = horizon.Dynamics,
        };
        List<string> notes = [.. basis.Newest.Notes, .. CalibrationReports.VolatilityNotes(basis, horizon), .. correlation.Notes, .. tails.Notes];
        if (horizon.Steps == 1 && simulation.HorizonDays > 1)
            notes.Add(Invariant($"degrees of freedom: those of one day, kept over {simulation.HorizonDays} days; the tails of a sum of days are thinner"));
        return new CalibratedModel(model, Report(basis, model, tails, notes));
    }

    private static CalibrationReport Report(CalibrationBasis basis, EllipticalModel model, TailFit tails, List<string> notes)
    {
        CalibrationReport report = CalibrationReports.Elliptical(basis, model.Name, notes);
        return report with
        {
            DegreesOfFreedom = tails.DegreesOfFreedom,
            Factors = [.. report.Factors.Select((row, factor) => row with { DegreesOfFreedom = tails.Of(factor) })],
            WorstFit = QuantilePlots.Worst(basis.Devolatilised, factor => tails.Of(factor)),
        };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using GpuRisk.Calibration.Volatility;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Models;

/// <summary>
/// Filtered historical simulation: the days of the history, each factor's return over the volatility known before it, drawn with replacement and
/// brought to a volatility of today. With sigma_t that of the day and sigma today's, a one-day shock is
/// <code>
/// today   sigma r_t / sigma_t
/// mid     (sigma + sigma_t) / 2  r_t / sigma_t
/// </code>
/// The second follows a change of volatility by half, so that margins rise and fall less; its shocks are not of sigma's size, so along a path it
/// stays (a recursion fed with them would rise without end after calm days, and fall after wild ones). Where sigma is 0 both are 0.
/// Source: Hull and White, Journal of Risk 1 (1998) 5-19; Barone-Adesi, Giannopoulos and Vosper, Journal of Futures Markets 19 (1999) 583-602;
/// Gurrola-Perez and Murphy, Filtered historical simulation Value-at-Risk models and their competitors, Bank of England Working Paper 525 (2015).
/// </summary>
internal static class FilteredHistoricalCalibration
{
    private const int LeastDays = 2;

    internal static CalibratedModel Of(CalibrationBasis basis, SimulationSettings simulation)
    {
        ReturnSample sample = basis.Devolatilised;
        if (sample.Count < LeastDays)
            throw new InvalidInputException(new InputProblem(sample.Source, 1, 1, string.Create(
                CultureInfo.InvariantCulture,
                $"{sample.Count} filtered returns from {basis.All.Count} usable one-day returns, of which a changing volatility takes {DevolatilisedReturns.Start} to start; expected at least {LeastDays}, or equal weights")));
        bool mid = simulation.Revolatilisation == Revolatilisation.Mid;
        HorizonVolatility horizon = HorizonVolatility.Of(basis, simulation, HorizonRule.Path, goesOn: !mid);
        BootstrapModel model = new()
        {
            Name = "filtered-historical-" + basis.VolatilityName,
            Factors = sample.Factors,
            Innovations = Innovations(sample, basis.Volatility.Factors, mid),
            Dates = sample.Dates,
            Volatilities = horizon.Volatilities,
            Steps = horizon.Steps,
            Dynamics = horizon.Dynamics,
        };
        string[] notes =
        [
            .. basis.Newest.Notes, .. CalibrationReports.VolatilityNotes(basis, horizon), .. sample.Notes, Note(sample, mid),
        ];
        CalibrationReport report = CalibrationReports.Sampled(basis, basis.Volatility, sample, model.Name, notes);
        return new CalibratedModel(model, report with { Warnings = [.. report.Warnings, .. OutsizedMoves.Of(sample)] });
    }

    /// <summary>x, day-major: sigma x is the shock.</summary>
    internal static double[] Innovations(ReturnSample devolatilised, IReadOnlyList<FactorVolatility> volatilities, bool mid)
    {
        int factors = devolatilised.Factors.Count;
        double[] innovations = new double[(long)devolatilised.Count * factors];
        for (int factor = 0; factor < factors; factor++)
        {
            double today = volatilities[factor].Today;
            for (int day = 0; day < devolatilised.Count; day++)
            {
                double z = devolatilised.Columns[factor][day];
                double ratio = mid && today > 0 ? devolatilised.Volatilities[factor][day] / today : 1;
                innovations[((long)day * factors) + factor] = 0.5 * (1 + ratio) * z;
            }
        }
        return innovations;
    }

    private static string Note(ReturnSample sample, bool mid) => string.Create(
        CultureInfo.InvariantCulture,
        $"filtered historical scenarios: {sample.Count} days, {sample.First:yyyy-MM-dd} to {sample.Last:yyyy-MM-dd}, drawn with replacement, each return over the volatility before it, times {(mid ? "the mean of that and today's" : "today's")}; the errors that are printed are those of drawing from these days, not of how few they are");
}

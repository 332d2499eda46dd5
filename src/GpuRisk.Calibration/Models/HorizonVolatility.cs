using System.Globalization;
using GpuRisk.Calibration.Volatility;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Models;

/// <summary>
/// From a day's volatility to a horizon of h days.
/// <code>
/// by scaling   one step, sigma_f sqrt(h)
/// by path      h steps, the first of sigma_f; then sigma'^2 = omega + alpha r^2 + beta sigma^2, or sigma stays: where alpha is 0 for all, or by wish
/// </code>
/// </summary>
/// <param name="Volatilities">Of the first step, one a factor.</param>
/// <param name="Words">For the run's notes.</param>
internal sealed record HorizonVolatility(double[] Volatilities, int Steps, VarianceDynamics? Dynamics, string Words)
{
    /// <param name="standard">Where the settings state no rule.</param>
    /// <param name="goesOn">Whether volatilities that follow a recursion follow it along a path; else they stay.</param>
    /// <exception cref="InvalidInputException">A volatility over the horizon overflows.</exception>
    internal static HorizonVolatility Of(CalibrationBasis basis, SimulationSettings simulation, HorizonRule standard, bool goesOn = true)
    {
        int days = simulation.HorizonDays;
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        IReadOnlyList<FactorVolatility> factors = basis.Volatility.Factors;
        // Over one day the two rules are the same.
        if ((simulation.Horizon ?? standard) == HorizonRule.Scale || days == 1)
            return new HorizonVolatility(Scaled(basis, Math.Sqrt(days)), 1, null, Invariant($"{days}-day horizon by square root of time"));
        bool varies = goesOn && factors.Any(factor => factor.Alpha > 0);
        VarianceDynamics? dynamics = varies
            ? new VarianceDynamics([.. factors.Select(f => f.Omega)], [.. factors.Select(f => f.Alpha)], [.. factors.Select(f => f.Beta)])
            : null;
        string course = varies ? "the volatility going on by its rule" : "the volatility staying";
        return new HorizonVolatility(Scaled(basis, 1), days, dynamics, Invariant($"{days}-day horizon by path: a move a day, {course}"));
    }

    private static double[] Scaled(CalibrationBasis basis, double scale)
    {
        double[] volatilities = [.. basis.Volatility.Factors.Select(factor => factor.Today * scale)];
        InputProblem[] problems =
        [
            .. basis.All.Factors.Where((_, factor) => !double.IsFinite(volatilities[factor])).Select(factor => new InputProblem(
                basis.All.Source, 1, 1, $"the volatility of {factor} is not finite; expected levels whose squared changes are")),
        ];
        return problems.Length == 0 ? volatilities : throw new InvalidInputException(problems);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;
using GpuRisk.Kernels;

namespace GpuRisk.Simulation.Revaluation;

/// <summary>How far the volatility of an expiry moves with that at 30 days: (30 / T)^p, p by whether T is within 30 days.</summary>
internal static class VolatilityTerm
{
    private const double PivotDays = 30;

    public static double Scale(double years, SimulationSettings settings)
    {
        double days = years * DayCount.DaysAYear;
        double exponent = days <= PivotDays ? settings.VolatilityTermShort : settings.VolatilityTermLong;
        return exponent == 0 ? 1 : ScalarMath.Power(PivotDays / days, exponent);
    }
}

using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Text;

/// <summary>The words of <c>book.json</c>, of the result tables and of the manifest.</summary>
public static class SettingWords
{
    public static Vocabulary<ScenarioSource> Models { get; } =
        new((ScenarioSource.Gaussian, "gaussian"), (ScenarioSource.Historical, "historical"));

    public static Vocabulary<VolatilityEstimator> Volatilities { get; } =
        new((VolatilityEstimator.Ewma, "ewma"), (VolatilityEstimator.Equal, "equal"));

    public static Vocabulary<MissingRule> MissingRules { get; } =
        new((MissingRule.Reject, "reject"), (MissingRule.Drop, "drop"));

    public static Vocabulary<HistoryCalendar> Calendars { get; } =
        new((HistoryCalendar.Daily, "daily"), (HistoryCalendar.Business, "business"));

    public static Vocabulary<RepairRule> Repairs { get; } =
        new((RepairRule.Nearest, "nearest"), (RepairRule.Reject, "reject"));

    public static Vocabulary<VarEstimator> Estimators { get; } =
        new((VarEstimator.LowerQuantile, "lower-quantile"), (VarEstimator.UpperQuantile, "upper-quantile"), (VarEstimator.Type7, "type-7"));
}

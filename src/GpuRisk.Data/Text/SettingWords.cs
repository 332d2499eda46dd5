using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Text;

/// <summary>The words of <c>book.json</c>, of the result tables and of the manifest.</summary>
public static class SettingWords
{
    public static Vocabulary<ScenarioSource> Models { get; } = new(
        (ScenarioSource.Gaussian, "gaussian"), (ScenarioSource.StudentT, "student-t"), (ScenarioSource.Historical, "historical"),
        (ScenarioSource.FilteredHistorical, "filtered-historical"), (ScenarioSource.Stressed, "stressed"), (ScenarioSource.Mixture, "mixture"));

    public static Vocabulary<HorizonRule> HorizonRules { get; } =
        new((HorizonRule.Scale, "scale"), (HorizonRule.Path, "path"));

    public static Vocabulary<SamplingMethod> SamplingMethods { get; } = new(
        (SamplingMethod.Plain, "plain"), (SamplingMethod.Antithetic, "antithetic"), (SamplingMethod.QuasiRandom, "quasi-random"),
        (SamplingMethod.Importance, "importance"));

    public static Vocabulary<Revolatilisation> Revolatilisations { get; } =
        new((Revolatilisation.Today, "today"), (Revolatilisation.Mid, "mid"));

    public static Vocabulary<VolatilityEstimator> Volatilities { get; } =
        new((VolatilityEstimator.Ewma, "ewma"), (VolatilityEstimator.Equal, "equal"), (VolatilityEstimator.Garch, "garch"));

    public static Vocabulary<CorrelationEstimator> CorrelationEstimators { get; } = new(
        (CorrelationEstimator.Sample, "sample"), (CorrelationEstimator.Ewma, "ewma"), (CorrelationEstimator.LedoitWolf, "ledoit-wolf"));

    public static Vocabulary<CorrelationTarget> CorrelationTargets { get; } =
        new((CorrelationTarget.One, "one"), (CorrelationTarget.Zero, "zero"));

    public static Vocabulary<SuspectRule> SuspectRules { get; } =
        new((SuspectRule.Warn, "warn"), (SuspectRule.Reject, "reject"));

    public static Vocabulary<MissingRule> MissingRules { get; } =
        new((MissingRule.Reject, "reject"), (MissingRule.Drop, "drop"));

    public static Vocabulary<HistoryCalendar> Calendars { get; } =
        new((HistoryCalendar.Daily, "daily"), (HistoryCalendar.Business, "business"));

    public static Vocabulary<RepairRule> Repairs { get; } =
        new((RepairRule.Nearest, "nearest"), (RepairRule.Reject, "reject"));

    public static Vocabulary<VarEstimator> Estimators { get; } =
        new((VarEstimator.LowerQuantile, "lower-quantile"), (VarEstimator.UpperQuantile, "upper-quantile"), (VarEstimator.Type7, "type-7"));
}

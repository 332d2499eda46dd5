namespace GpuRisk.Reports.Sections;

/// <summary>Why a figure does not exist: the text behind an en dash.</summary>
internal static class WhyAbsent
{
    public const string Error = "The tail holds fewer than two losses, so the expected shortfall has no standard error.";

    public const string Margin = "The model risk does not exist (see its column), so the margin does not either.";

    public const string Total = "At least one account has no margin, so the total does not exist.";

    public const string NotNetted = "The excess of one account does not cover the shortfall of another.";

    public const string Interval = "The sample is too small for a 95 % interval of VaR.";

    public const string NotReported = "This account reports no figure at this confidence level.";

    public const string Figure = "The calculation gave no number.";

    public const string Share = "The whole is not a positive number, so a share of it means nothing.";
}

using GpuRisk.Domain.Measures;
using GpuRisk.Reports.Formats;

namespace GpuRisk.Reports.Sections;

/// <summary>The accounts of a run seen together: what several sections of the report need.</summary>
internal sealed class MarginOverview
{
    public MarginOverview(RunResult result)
    {
        // The sort is stable: equal margins stay in the order of the book. An account without a margin comes last.
        Ranked = [.. result.Accounts.OrderByDescending(account => double.IsNaN(account.Margin) ? double.NegativeInfinity : account.Margin)];
        Levels = [.. result.Accounts.SelectMany(account => account.Measures).Select(measure => measure.Confidence).Distinct().Order()];
        Estimators = [.. result.Accounts.SelectMany(account => account.Measures).Select(measure => measure.Estimator).Distinct().Order()];
        TotalMargin = result.Accounts.Sum(account => account.Margin);
        Money = MoneyFormat.For(result.Accounts.Select(account => account.Margin).Append(TotalMargin));
        Largest = Ranked.Count > 0 && !double.IsNaN(Ranked[0].Margin) ? Ranked[0] : null;
    }

    /// <summary>Largest margin first.</summary>
    public IReadOnlyList<AccountRisk> Ranked { get; }

    /// <summary>Every reported confidence level, ascending.</summary>
    public IReadOnlyList<Confidence> Levels { get; }

    public IReadOnlyList<VarEstimator> Estimators { get; }

    /// <summary>The plain sum over accounts, in the order of the book; NaN where an account has no margin.</summary>
    public double TotalMargin { get; }

    public AccountRisk? Largest { get; }

    public MoneyFormat Money { get; }

    /// <summary>The part of the total margin that <paramref name="margin"/> is; NaN where the total is not a positive number.</summary>
    public double ShareOfTotal(double margin) => TotalMargin > 0 ? margin / TotalMargin : double.NaN;
}

using System.Globalization;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin.Estimation;
using GpuRisk.Simulation.Attribution;
using GpuRisk.Simulation.Tails;

namespace GpuRisk.Margin;

/// <summary>From tails to the first form of margin: base ES and model risk, z times its standard error.</summary>
public sealed class AccountMargins
{
    private readonly MarginSettings settings;
    private readonly int scenarios;
    private readonly Confidence[] levels;

    public AccountMargins(MarginSettings settings, int scenarios)
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
        this.scenarios = scenarios;
        levels = [.. settings.Report.Append(settings.Confidence).Distinct().Order()];
        Depth = levels.Max(level => TailEstimate.Depth(settings.Estimator, level, scenarios));
    }

    /// <summary>How deep the tails must be.</summary>
    public int Depth { get; }

    /// <summary>Measures and margin of one account, without components.</summary>
    /// <exception cref="NonFiniteLossException">A loss in the tail is not a finite number.</exception>
    public AccountRisk Of(string account, ReadOnlySpan<double> losses, ReadOnlySpan<int> scenarioNumbers)
    {
        CheckFinite(account, losses, scenarioNumbers);
        var measures = new RiskMeasure[levels.Length];
        for (int i = 0; i < levels.Length; i++)
            measures[i] = TailEstimate.Of(settings.Estimator, levels[i], losses, scenarios);
        RiskMeasure own = measures[Array.IndexOf(levels, settings.Confidence)];
        var tail = new TailLoss[losses.Length];
        for (int i = 0; i < tail.Length; i++)
            tail[i] = new TailLoss(scenarioNumbers[i], losses[i]);
        return new AccountRisk
        {
            Account = account,
            Measures = measures,
            BaseEs = own.Es,
            // A tail too thin to have an error has no model risk term; its error is shown as missing.
            ModelRisk = double.IsNaN(own.EsError) ? 0 : settings.ModelRiskMultiple * own.EsError,
            Tail = tail,
            Components = [],
        };
    }

    /// <summary>The weights that make each account's base ES from its tail.</summary>
    public TailWeights Weights(TailSet tails)
    {
        ArgumentNullException.ThrowIfNull(tails);
        var start = new int[tails.Accounts + 1];
        List<int> numbers = [];
        List<double> weights = [];
        for (int a = 0; a < tails.Accounts; a++)
        {
            double[] own = TailEstimate.Weights(settings.Estimator, settings.Confidence, tails.Losses(a), scenarios);
            weights.AddRange(own);
            numbers.AddRange(tails.Scenarios(a)[..own.Length]);
            start[a + 1] = weights.Count;
        }
        return new TailWeights(start, [.. numbers], [.. weights]);
    }

    private static void CheckFinite(string account, ReadOnlySpan<double> losses, ReadOnlySpan<int> scenarioNumbers)
    {
        for (int i = 0; i < losses.Length; i++)
        {
            if (!double.IsFinite(losses[i]))
            {
                throw new NonFiniteLossException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"account {account}: its profit in scenario {scenarioNumbers[i]} is not a finite number; look for an extreme shock, volatility or quantity."));
            }
        }
    }
}

/// <summary>An account's loss in some scenario is infinite or not a number; the message names both.</summary>
public sealed class NonFiniteLossException(string message) : Exception(message);

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
    private readonly ITailEstimator[] estimators;
    private readonly int own;

    /// <summary>Of independent scenarios.</summary>
    public AccountMargins(MarginSettings settings, int scenarios)
        : this(settings, level => new TailEstimator(settings.Estimator, level, scenarios))
    {
    }

    /// <param name="estimator">What estimates at a confidence level.</param>
    public AccountMargins(MarginSettings settings, Func<Confidence, ITailEstimator> estimator)
    {
        ArgumentNullException.ThrowIfNull(estimator);
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
        Confidence[] levels = [.. settings.Report.Append(settings.Confidence).Distinct().Order()];
        estimators = [.. levels.Select(estimator)];
        own = Array.IndexOf(levels, settings.Confidence);
        Depth = estimators.Max(e => e.Depth);
    }

    /// <summary>How deep the tails must be.</summary>
    public int Depth { get; }

    /// <summary>Measures and margin of one account, without components. The losses are finite: see <see cref="CheckFinite"/>.</summary>
    /// <exception cref="NonFiniteLossException">A figure made of them is too large for a number.</exception>
    public AccountRisk Of(string account, ReadOnlySpan<double> losses, ReadOnlySpan<int> scenarioNumbers)
    {
        var measures = new RiskMeasure[estimators.Length];
        for (int i = 0; i < measures.Length; i++)
            measures[i] = estimators[i].Of(losses, scenarioNumbers);
        RiskMeasure margin = measures[own];
        if (!double.IsFinite(margin.Es) || double.IsInfinity(settings.ModelRiskMultiple * margin.EsError) || measures.Any(m => double.IsInfinity(m.EsError)))
            throw new NonFiniteLossException($"account {account}: its expected shortfall or the error of it is too large for a number; look for an extreme price or quantity.");
        var tail = new TailLoss[losses.Length];
        for (int i = 0; i < tail.Length; i++)
            tail[i] = new TailLoss(scenarioNumbers[i], losses[i]);
        return new AccountRisk
        {
            Account = account,
            Measures = measures,
            BaseEs = margin.Es,
            // A tail too thin to have an error has no model risk term; its error is shown as missing.
            ModelRisk = double.IsNaN(margin.EsError) ? 0 : settings.ModelRiskMultiple * margin.EsError,
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
            ReadOnlySpan<double> weight = estimators[own].Weights(tails.Losses(a), tails.Scenarios(a));
            weights.AddRange(weight);
            numbers.AddRange(tails.Scenarios(a)[..weight.Length]);
            start[a + 1] = weights.Count;
        }
        return new TailWeights(start, [.. numbers], [.. weights]);
    }

    /// <exception cref="NonFiniteLossException">A loss in the tail is not a finite number.</exception>
    public static void CheckFinite(string account, ReadOnlySpan<double> losses, ReadOnlySpan<int> scenarioNumbers)
    {
        for (int i = 0; i < losses.Length; i++)
        {
            if (!double.IsFinite(losses[i]))
            {
                throw new NonFiniteLossException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"account {account}: its profit in scenario {scenarioNumbers[i]} is not a finite number; look for an extreme shock, volatility or quantity, or for a path of many days on which volatility goes on (\"horizon\": \"scale\" does without)."));
            }
        }
    }
}

/// <summary>An account's loss, or a figure made of its losses, is infinite or not a number; the message names the account.</summary>
public sealed class NonFiniteLossException(string message) : Exception(message);

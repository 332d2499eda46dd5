namespace GpuRisk.Domain.Measures;

/// <summary>One scenario of an account's tail. Scenarios count from 0.</summary>
public readonly record struct TailLoss(int Scenario, double Loss);

/// <summary>What an instrument contributes to an account's ES (Euler): the components sum to the ES of the margin's confidence.</summary>
public sealed record EsComponent(string Instrument, string Underlying, double Es);

/// <summary>Everything computed for one account, in the book's currency.</summary>
public sealed record AccountRisk
{
    public required string Account { get; init; }

    /// <summary>One a reported confidence level, ascending; the margin's own level is among them.</summary>
    public required IReadOnlyList<RiskMeasure> Measures { get; init; }

    /// <summary>ES at the margin's confidence.</summary>
    public required double BaseEs { get; init; }

    /// <summary>Multiple of the standard error of <see cref="BaseEs"/>.</summary>
    public required double ModelRisk { get; init; }

    /// <summary>The worst losses, worst first, ties by lower scenario; deep enough for every measure.</summary>
    public required IReadOnlyList<TailLoss> Tail { get; init; }

    /// <summary>By instrument, in the order of the account's positions; empty where attribution was not asked for.</summary>
    public required IReadOnlyList<EsComponent> Components { get; init; }

    /// <summary>Base ES and model risk.</summary>
    public double Margin => BaseEs + ModelRisk;

    /// <summary>What the account's collateral counts for after haircuts; null where the book has no collateral.</summary>
    public double? Collateral { get; init; }

    /// <summary>Collateral less margin: negative is a shortfall. Null where the book has no collateral.</summary>
    public double? Excess => Collateral - Margin;

    /// <summary>The margin exceeds the collateral.</summary>
    public bool IsShort => Excess < 0;
}

using GpuRisk.Domain.Measures;

namespace GpuRisk.Simulation.Revaluation;

/// <summary>
/// A book's instruments as the revaluation kernels read them: options first, then linear contracts; beside them the market rows they
/// refer to. Immutable, on the host.
/// </summary>
public sealed class InstrumentTable
{
    public required int Options { get; init; }

    public required int Linears { get; init; }

    /// <summary>Profit row of each instrument of the book.</summary>
    public required int[] ProfitRow { get; init; }

    /// <summary>Value today of one unit in the book's currency, by instrument of the book; NaN where it failed.</summary>
    public required double[] BaseValue { get; init; }

    public required double[] OptionReals { get; init; }

    public required int[] OptionRows { get; init; }

    public required double[] LinearReals { get; init; }

    public required int[] LinearRows { get; init; }

    public required int MarketRows { get; init; }

    public required int[] MarketFactors { get; init; }

    public required double[] MarketWeights { get; init; }

    /// <summary>Instruments without a value; their profit is nil in every scenario, and totals are incomplete.</summary>
    public required IReadOnlyList<PricingFailure> Failures { get; init; }

    public int ProfitRows => Options + Linears;
}

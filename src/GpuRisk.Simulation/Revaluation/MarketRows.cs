using GpuRisk.Domain.Market;

namespace GpuRisk.Simulation.Revaluation;

/// <summary>
/// The market moves that instruments share: each row is e^x with x a weighted sum of at most two shocks. Rows asked for twice are
/// stored once, so that each is computed once a scenario.
/// </summary>
internal sealed class MarketRows
{
    private readonly Dictionary<FactorId, int> factors;
    private readonly Dictionary<Row, int> rows = [];
    private readonly List<Row> order = [];

    public MarketRows(IReadOnlyList<FactorId> factors)
    {
        this.factors = new Dictionary<FactorId, int>(factors.Count);
        for (int i = 0; i < factors.Count; i++)
            this.factors.Add(factors[i], i);
    }

    public int Count => order.Count;

    public bool Has(FactorId factor) => factors.ContainsKey(factor);

    /// <summary>The row of e^{weight shock}; a factor that is not simulated does not move.</summary>
    public int Add(FactorId factor, double weight) => Add(new Row(IndexOf(factor), WeightOf(factor, weight), 0, 0));

    /// <summary>The row of e^{a shock_f + b shock_g}.</summary>
    public int Add(FactorId f, double a, FactorId g, double b) =>
        Has(g) ? Add(new Row(IndexOf(f), WeightOf(f, a), IndexOf(g), b)) : Add(f, a);

    /// <summary>The row that is always 1.</summary>
    public int AddConstant() => Add(new Row(0, 0, 0, 0));

    /// <summary>Two factor indices a row.</summary>
    public int[] FactorIndices() => [.. order.SelectMany(r => new[] { r.First, r.Second })];

    /// <summary>Two weights a row.</summary>
    public double[] Weights() => [.. order.SelectMany(r => new[] { r.FirstWeight, r.SecondWeight })];

    private int IndexOf(FactorId factor) => factors.GetValueOrDefault(factor);

    private double WeightOf(FactorId factor, double weight) => Has(factor) ? weight : 0;

    private int Add(Row row)
    {
        // A factor that does not count is not told apart, so that rows of one meaning are one row.
        row = new Row(
            row.FirstWeight == 0 ? 0 : row.First, row.FirstWeight == 0 ? 0 : row.FirstWeight,
            row.SecondWeight == 0 ? 0 : row.Second, row.SecondWeight == 0 ? 0 : row.SecondWeight);
        if (!rows.TryGetValue(row, out int index))
        {
            index = order.Count;
            rows.Add(row, index);
            order.Add(row);
        }
        return index;
    }

    private readonly record struct Row(int First, double FirstWeight, int Second, double SecondWeight);
}

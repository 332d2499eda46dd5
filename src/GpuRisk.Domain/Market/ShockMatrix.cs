namespace GpuRisk.Domain.Market;

/// <summary>
/// Given scenarios: one row of shocks a factor, one column a scenario. Log changes for spot and volatility, absolute
/// changes for basis and rate, over the whole horizon.
/// </summary>
public sealed class ShockMatrix
{
    /// <param name="values">Factor-major: factor f, scenario s at <c>f * scenarios + s</c>; all finite.</param>
    /// <param name="source">Where the scenarios come from, for the manifest: a file name, "historical".</param>
    /// <param name="labels">A name for each scenario, such as its date; null: their numbers.</param>
    public ShockMatrix(
        IReadOnlyList<FactorId> factors, int scenarios, double[] values, string source, IReadOnlyList<string>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(scenarios, 1);
        if (values.LongLength != (long)factors.Count * scenarios)
            throw new ArgumentException($"{values.Length} shocks do not fill {factors.Count} factors x {scenarios} scenarios.", nameof(values));
        Factors = factors;
        Scenarios = scenarios;
        Values = values;
        Source = source;
        Labels = labels;
    }

    /// <summary>The shocks of the first scenarios.</summary>
    public ShockMatrix First(int scenarios)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scenarios, Scenarios);
        var values = new double[Factors.Count * scenarios];
        for (int f = 0; f < Factors.Count; f++)
            Values.Span.Slice(f * Scenarios, scenarios).CopyTo(values.AsSpan(f * scenarios));
        return new ShockMatrix(Factors, scenarios, values, Source, Labels?.Take(scenarios).ToArray());
    }

    public IReadOnlyList<FactorId> Factors { get; }

    public int Scenarios { get; }

    public ReadOnlyMemory<double> Values { get; }

    public string Source { get; }

    public IReadOnlyList<string>? Labels { get; }
}

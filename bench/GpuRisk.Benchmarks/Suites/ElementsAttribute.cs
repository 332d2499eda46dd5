namespace GpuRisk.Benchmarks.Suites;

/// <summary>How many elements of work one call of a benchmark does, and what they are.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ElementsAttribute(long count, string unit) : Attribute
{
    public long Count { get; } = count;

    /// <summary>In the plural: <c>prices</c>.</summary>
    public string Unit { get; } = unit;
}

using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace GpuRisk.Benchmarks.Suites;

/// <summary>The rate that a benchmark's <see cref="ElementsAttribute"/> and its mean time make.</summary>
internal sealed class ElementsPerSecondColumn : IColumn
{
    private const double NanosecondsASecond = 1e9;

    public string Id => nameof(ElementsPerSecondColumn);

    public string ColumnName => "Elements/s";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Statistics;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "Elements of work a second at the mean, with their unit";

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
    {
        ElementsAttribute? elements = benchmarkCase.Descriptor.WorkloadMethod.GetCustomAttribute<ElementsAttribute>();
        double? mean = summary[benchmarkCase]?.ResultStatistics?.Mean;
        return elements is null || mean is null
            ? "-"
            : string.Create(CultureInfo.InvariantCulture, $"{elements.Count / mean * NanosecondsASecond:0.000E+0} {elements.Unit}");
    }
}

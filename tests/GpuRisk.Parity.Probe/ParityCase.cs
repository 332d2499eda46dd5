using GpuRisk.Accelerators;

namespace GpuRisk.Parity.Probe;

/// <summary>Something whose bits must be the same however it is computed.</summary>
/// <param name="Name">The kernel as <c>Class.Method</c>, a function of <c>RealMath</c>, or a run of the pipeline.</param>
/// <param name="Size">Results that a thorough test asks for, about.</param>
/// <param name="Run">Computes about the given number of results.</param>
public sealed record ParityCase(string Name, int Size, Func<Accelerator, int, ulong[]> Run)
{
    /// <summary>Results of a digest: enough to meet every extreme, few enough for processors whose vectors are emulated.</summary>
    public const int DigestSize = 4_096;

    /// <summary>Every kernel, the functions that no kernel takes through all of their domain, and the pipeline.</summary>
    public static IReadOnlyList<ParityCase> All { get; } =
    [
        .. FunctionCases.All, .. ScenarioCases.All, .. ModelCases.All, .. SamplingCases.All, .. RevaluationCases.All, .. AggregationCases.All, .. TailCases.All, .. PartedTailCases.All, .. StressCases.All, .. GreeksCases.All, .. PipelineCases.All,
    ];

    public override string ToString() => Name;
}

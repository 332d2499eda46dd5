namespace GpuRisk.Accelerators.Selection;

/// <summary>What a self-test found.</summary>
/// <param name="Differing">The kernels whose results are not those on record, by name; empty where all are.</param>
public sealed record SelfTestVerdict(IReadOnlyList<string> Differing)
{
    public bool IsBitExact => Differing.Count == 0;

    public override string ToString() => IsBitExact ? "bit-exact" : "differs: " + string.Join(", ", Differing);
}

/// <summary>A kernel over fixed inputs, and what its results must be.</summary>
/// <param name="Kernel">The kernel's name.</param>
/// <param name="Golden">The digest on record. See <see cref="SelfTestBench.Digest"/>.</param>
/// <param name="Run">Launches it and returns what it computed.</param>
internal sealed record SelfTestCase(string Kernel, string Golden, Func<SelfTestBench, double[]> Run)
{
    public string Digest(Accelerator accelerator)
    {
        using var bench = new SelfTestBench(accelerator);
        return SelfTestBench.Digest(Run(bench));
    }
}

/// <summary>
/// Whether a device computes the bits that every other computes: each kernel runs over some thousand fixed inputs, extremes among
/// them, and the SHA-256 of its results is compared with the one on record.
/// </summary>
public static class SelfTest
{
    internal static IReadOnlyList<SelfTestCase> Cases { get; } =
    [
        .. FunctionVectors.All, .. ScenarioVectors.All, .. SamplingVectors.All, .. ModelVectors.All, .. PortfolioVectors.All, .. TailVectors.All,
        .. GreeksVectors.All, .. StressVectors.All,
    ];

    /// <exception cref="AcceleratorException">The device fails where it should compute.</exception>
    public static SelfTestVerdict Run(Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        return new SelfTestVerdict([.. Cases.Where(test => test.Digest(accelerator) != test.Golden).Select(test => test.Kernel)]);
    }
}

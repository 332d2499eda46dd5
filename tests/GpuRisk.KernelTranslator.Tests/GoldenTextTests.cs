using GpuRisk.Kernels;

namespace GpuRisk.KernelTranslator.Tests;

/// <summary>The translated kernels lie beside their sources, so that a review sees what a change does to them.</summary>
public sealed class GoldenTextTests
{
    [Theory]
    [InlineData("kernels.cl", KernelSource.OpenCl)]
    [InlineData("kernels.cu", KernelSource.Cuda)]
    public void The_committed_text_is_what_the_generator_writes(string file, string text)
    {
        string path = Path.Combine(Places.Repository, "kernels", "GpuRisk.Kernels", "Translated", file);
        string committed = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.True(committed == text, $"{path} is not what the kernels become; run 'bash kernels/translate.sh', and review the change.");
    }

    [Fact]
    public void Every_kernel_has_its_entry_in_both_texts()
    {
        Assert.Contains(KernelSource.Kernels, k => k.Name == "TailKernels.Finish");
        Assert.All(KernelSource.Kernels, kernel =>
        {
            Assert.Equal(kernel.Name.Replace('.', '_'), kernel.Entry);
            Assert.Contains($"GR_KERNEL void {kernel.Entry}(", KernelSource.OpenCl, StringComparison.Ordinal);
            Assert.Contains($"GR_KERNEL void {kernel.Entry}(", KernelSource.Cuda, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void What_revaluation_reads_may_be_cached_and_what_it_writes_is_told()
    {
        KernelSignature options = KernelSource.Kernels.Single(k => k.Name == "RevaluationKernels.Options.Binary64");
        Assert.True(options.HasRows);
        Assert.Equal(["profits"], options.Parameters.Where(p => p.Written).Select(p => p.Name));
    }
}

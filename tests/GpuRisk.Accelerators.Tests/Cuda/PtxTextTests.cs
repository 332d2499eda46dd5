using GpuRisk.Accelerators.Cuda;

namespace GpuRisk.Accelerators.Tests.Cuda;

public sealed class PtxTextTests
{
    private const string Header = "// GpuRisk kernels\n// source-sha256: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n// flags: -O3\n.version 6.0\n";

    [Fact]
    public void Ptx_of_the_same_source_is_taken_with_or_without_its_last_line_feed()
    {
        new PtxText(Header).CheckSource("abc");
        new PtxText(Header).CheckSource("abc\n");
    }

    [Theory]
    [InlineData(Header)]
    [InlineData(".version 6.0\n")]
    [InlineData(".version 6.0\n// source-sha256: 3608bca1e44ea6c4d268eb6db02260269892c0b42b86bbf1e77a6fa16c3c9282\n")]
    [InlineData("")]
    public void Ptx_of_another_source_or_of_none_is_stale(string text)
    {
        var refused = Assert.Throws<AcceleratorException>(() => new PtxText(text).CheckSource("xyz"));
        Assert.Contains("stale", refused.Message, StringComparison.Ordinal);
        Assert.Contains("kernels/ptx.sh", refused.Message, StringComparison.Ordinal);
    }
}

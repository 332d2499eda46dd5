using System.Globalization;

namespace GpuRisk.Accelerators.Tests.Cuda;

/// <summary>The committed PTX, run by the real host code on the software driver, against the processor's scalar lanes.</summary>
[Collection(nameof(SoftwareDriver))]
public sealed class CudaParityTests(SoftwareDriver driver)
{
    private const int Results = 100_000;

    [Fact]
    public void Every_kernel_and_the_pipeline_compute_the_bits_of_the_processor()
    {
        string[][] lines = [.. driver.Run($"parity {Results}").Select(line => line.Split(' ', 3))];
        Assert.All(lines, line => Assert.True(line[2] == "same", string.Join(' ', line)));
        string[] functions = ["Exp", "ExpNonPositive", "Log", "NormalCdf", "NormalQuantile"];
        Assert.All(functions, function =>
        {
            string[] line = Assert.Single(lines, line => line[0] == $"FunctionKernels.Apply.{function}");
            Assert.True(int.Parse(line[1], CultureInfo.InvariantCulture) >= Results);
        });
        Assert.Contains(lines, line => line[0] == "Pipeline.Gaussian");
    }

    [Fact]
    public void The_self_test_finds_the_device_bit_exact() => Assert.Equal(["bit-exact"], driver.Run("self-test"));
}

using GpuRisk.Accelerators.Selection;

namespace GpuRisk.Accelerators.Tests.Selection;

public sealed class AcceleratorChoiceTests
{
    [Theory]
    [InlineData("auto", null, null)]
    [InlineData("cpu", "cpu", null)]
    [InlineData("opencl", "opencl", null)]
    [InlineData("opencl:0", "opencl", 0)]
    [InlineData("cuda", "cuda", null)]
    [InlineData("cuda:12", "cuda", 12)]
    public void What_is_understood_is_written_the_same(string text, string? kind, int? index)
    {
        Assert.True(AcceleratorChoice.TryParse(text, out AcceleratorChoice? choice));
        Assert.Equal((kind, index), (choice.Kind, choice.Index));
        Assert.Equal(text, choice.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("gpu")]
    [InlineData("CUDA")]
    [InlineData("cpu:0")]
    [InlineData("auto:1")]
    [InlineData("cuda:")]
    [InlineData("cuda:-1")]
    [InlineData("cuda:+1")]
    [InlineData("cuda: 1")]
    [InlineData("cuda:1000")]
    [InlineData("opencl:0:1")]
    [InlineData("opencl:１")]
    public void Anything_else_is_refused(string text) => Assert.False(AcceleratorChoice.TryParse(text, out _));
}

using GpuRisk.Accelerators.Cpu;
using GpuRisk.Accelerators.Selection;

namespace GpuRisk.Accelerators.Tests.Selection;

/// <summary>A kernel that the self-test leaves out is one that devices are trusted with untested: there is none.</summary>
public sealed class SelfTestCoverageTests
{
    /// <summary>Kernels that have no case of their own, and why.</summary>
    private static readonly Dictionary<string, string> WithinAnother = new(StringComparer.Ordinal)
    {
        ["PartedTailKernels.Minima"] = "The first step of the selection in parts: what it writes is in the tail's place and does not outlast it.",
        ["PartedTailKernels.Bound"] = "The second: a bound that is too low loses losses from the tail, and one that is too high costs time alone.",
        ["PartedTailKernels.Filter"] = "The third: its lists are what the case of PartedTailKernels.Merge takes in.",
        ["TailKernels.Finish"] = "The last of both selections: candidates are in no order before it.",
    };

    [Fact]
    public void Every_kernel_is_run_by_the_self_test()
    {
        using var cpu = new CpuAccelerator(threads: 1);
        SelfTest.Run(cpu);
        Assert.Equal(KernelNames.All.Order(), cpu.KernelSeconds.Keys.Order());
    }

    [Fact]
    public void Every_kernel_has_a_case_of_its_own_but_those_that_are_steps_of_another()
    {
        string[] cases = [.. SelfTest.Cases.Select(test => test.Kernel)];
        Assert.NotEmpty(KernelNames.All);
        Assert.Equal(KernelNames.All.Order(), cases.Concat(WithinAnother.Keys).Order());
    }

    [Fact]
    public void Every_case_launches_the_kernel_that_it_is_named_after()
    {
        foreach (SelfTestCase test in SelfTest.Cases)
        {
            using var cpu = new CpuAccelerator(threads: 1);
            test.Digest(cpu);
            Assert.Contains(test.Kernel, cpu.KernelSeconds.Keys);
        }
    }
}

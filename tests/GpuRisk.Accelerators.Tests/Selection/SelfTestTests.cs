using GpuRisk.Accelerators.Cpu;
using GpuRisk.Accelerators.Selection;
using GpuRisk.TestSupport.Devices;

namespace GpuRisk.Accelerators.Tests.Selection;

public sealed class SelfTestTests
{
    public static TheoryData<LaneWidth> Widths => [.. Enum.GetValues<LaneWidth>()];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_width_computes_the_golden_digests(LaneWidth width)
    {
        foreach (int threads in new[] { 1, 3 })
        {
            using var cpu = new CpuAccelerator(threads, width);
            string[] wrong = [.. SelfTest.Cases.Where(test => test.Digest(cpu) != test.Golden).Select(test => $"{test.Kernel} is {test.Digest(cpu)}")];
            Assert.True(wrong.Length == 0, string.Join('\n', wrong));
            Assert.True(SelfTest.Run(cpu).IsBitExact);
        }
    }

    [Fact]
    public void No_two_kernels_share_a_name_and_only_the_two_selections_of_a_tail_a_digest()
    {
        Assert.Equal(SelfTest.Cases.Count, SelfTest.Cases.Select(test => test.Kernel).Distinct().Count());
        Assert.Equal(SelfTest.Cases.Count - 1, SelfTest.Cases.Select(test => test.Golden).Distinct().Count());
    }

    [Fact]
    public void A_device_that_is_off_by_one_bit_differs_in_every_kernel()
    {
        using var distorting = new DistortingAccelerator("opencl:0");
        SelfTestVerdict verdict = SelfTest.Run(distorting);
        Assert.False(verdict.IsBitExact);
        // Singles are not distorted on their way to the host.
        Assert.Equal(["RevaluationKernels.Options.Binary32", "RevaluationKernels.Linear.Binary32"], SelfTest.Cases.Select(test => test.Kernel).Except(verdict.Differing));
        Assert.StartsWith("differs: FunctionKernels.Apply.Exp, ", verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sign_and_payload_of_a_NaN_do_not_count()
    {
        double negative = BitConverter.UInt64BitsToDouble(0xFFF8000000000123);
        Assert.Equal(SelfTestBench.Digest([1, double.NaN]), SelfTestBench.Digest([1, negative]));
        Assert.NotEqual(SelfTestBench.Digest([0.0]), SelfTestBench.Digest([-0.0]));
    }

    [Fact]
    public void Inputs_reach_every_part_of_the_functions()
    {
        double[] inputs = [.. new SelfTestInputs(1).RealsAndExtremes(512, -720, 720), .. new SelfTestInputs(1).AnyBits(512)];
        Assert.Contains(inputs, double.IsNaN);
        Assert.Contains(inputs, double.IsSubnormal);
        Assert.Contains(inputs, double.IsInfinity);
        Assert.Contains(inputs, x => x == 0 && double.IsNegative(x));
    }
}

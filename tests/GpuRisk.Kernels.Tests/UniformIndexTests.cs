using GpuRisk.Kernels.Random;

namespace GpuRisk.Kernels.Tests;

public sealed class UniformIndexTests
{
    [Fact]
    public void It_is_the_floor_of_the_exact_product()
    {
        var random = new SplitMix(1);
        int[] counts = [1, 2, 3, 7, 250, 4_277, (1 << 30) + 1, int.MaxValue];
        uint[] words = [0, 1, 2, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF, .. Enumerable.Range(0, 50).Select(_ => (uint)random.Bits())];
        foreach (int count in counts)
        {
            foreach (uint high in words)
            {
                foreach (uint low in words)
                    Assert.Equal((int)(((UInt128)((ulong)high << 32 | low) * (UInt128)count) >> 64), UniformIndex.Of(high, low, count));
            }
        }
    }
}

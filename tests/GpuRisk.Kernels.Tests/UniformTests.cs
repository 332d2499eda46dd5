using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels.Tests;

public sealed class UniformTests
{
    private const double Step = 1.0 / (1L << 52);

    [Theory]
    [InlineData(0u, 0u, 0L)]
    [InlineData(0u, 0xFFFu, 0L)]
    [InlineData(0u, 0x1000u, 1L)]
    [InlineData(0u, 0x2000u, 2L)]
    [InlineData(1u, 0u, 1L << 20)]
    [InlineData(0x7FFFFFFFu, 0xFFFFFFFFu, (1L << 51) - 1)]
    [InlineData(0x80000000u, 0u, 1L << 51)]
    [InlineData(0xFFFFFFFFu, 0xFFFFEFFFu, (1L << 52) - 2)]
    [InlineData(0xFFFFFFFFu, 0xFFFFFFFFu, (1L << 52) - 1)]
    public void A_uniform_is_the_middle_of_its_cell(uint high, uint low, long cell) =>
        LaneArrays.OnEveryWidth(new Middle(high, low, cell));

    [Fact]
    public void Neighbouring_uniforms_are_one_step_apart_and_strictly_inside_the_unit_interval()
    {
        foreach (ulong first in new[] { 0ul, (1ul << 51) - 500, (1ul << 52) - 1000, 123_456_789_012_345ul })
        {
            double previous = Of(first) - Step;
            for (ulong cell = first; cell < first + 1000; cell++)
            {
                double u = Of(cell);
                Assert.Equal(Step, u - previous);
                Assert.InRange(u, Step / 2, 1 - Step / 2);
                previous = u;
            }
        }
    }

    [Fact]
    public void A_product_s_leavings_do_not_reach_the_uniform() => LaneArrays.OnEveryWidth(new Leavings());

    private static double Of(ulong cell) =>
        ScalarReal.Uniform(ScalarWord.Of((uint)(cell >> 20)), ScalarWord.Of((uint)(cell << 12))).a;

    private sealed record Middle(uint High, uint Low, long Cell) : ILaneBody
    {
        public void Run<R, W>()
            where R : struct, IReal<R, W>
            where W : struct, IWord<W> =>
            Assert.All(LaneArrays.Of<R, W>(R.Uniform(W.Of(High), W.Of(Low))), u => Assert.Equal((Cell + 0.5) * Step, u));
    }

    /// <summary>A low product keeps its high half in a vector lane; a uniform must not take it in.</summary>
    private sealed class Leavings : ILaneBody
    {
        public void Run<R, W>()
            where R : struct, IReal<R, W>
            where W : struct, IWord<W>
        {
            W word = W.MultiplyLow(W.Of(0xFFFFFFFFu), 0xFFFFFFFFu);
            W plain = W.Of(1u);
            Assert.Equal(LaneArrays.Of<R, W>(R.Uniform(plain, plain)), LaneArrays.Of<R, W>(R.Uniform(word, word)));
        }
    }
}

using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Random;

namespace GpuRisk.Kernels.Tests;

/// <summary>Words behave as uint does, whatever a product left above them.</summary>
public sealed class WordTests
{
    private static readonly uint[] Values = [0, 1, 0x80000000, 0xFFFFFFFF, 0x12345678, 0xDEADBEEF, 0x0000FFFF, 0xFFFF0000, 7, 8, 0x55555555, 0xAAAAAAAA, 3, 0x7FFFFFFF, 0x80000001, 99];

    [Fact]
    public void Word_operations_are_those_of_unsigned_integers_on_every_width() => LaneArrays.OnEveryWidth(new Operations());

    private sealed class Operations : ILaneBody
    {
        public void Run<R, W>()
            where R : struct, IReal<R, W>
            where W : struct, IWord<W>
        {
            const uint factor = 0xFFFFFFFB;
            // The low word of a product, and what lies above it in a wide lane.
            W product = W.MultiplyLow(LaneArrays.Words<W>(Values), factor);
            W other = LaneArrays.Words<W>([.. Values.Reverse()]);
            for (int shift = 0; shift < 32; shift++)
            {
                AssertLanes(product >> shift, i => (Values[i] * factor) >> shift);
                AssertLanes((product << shift) >> shift, i => (Values[i] * factor) << shift >> shift);
            }
            AssertLanes(product + other, i => Values[i] * factor + Values[^(i + 1)]);
            AssertLanes((product + other) >> 1, i => (Values[i] * factor + Values[^(i + 1)]) >> 1);
            AssertLanes(product & 0xF0F0F0F0, i => (Values[i] * factor) & 0xF0F0F0F0);
            AssertLanes(product | other, i => (Values[i] * factor) | Values[^(i + 1)]);
            AssertLanes(NestedScramble.Reverse(product, W.Of(0x0000F00Fu)), i => 0x0FF00000 ^ Enumerable.Range(0, 32).Aggregate(0u, (r, b) => r | (Values[i] * factor >> b & 1) << (31 - b)));
        }

        private static void AssertLanes<W>(W word, Func<int, uint> expected)
            where W : struct, IWord<W> =>
            Assert.Equal(Enumerable.Range(0, W.Lanes).Select(expected), LaneArrays.Of(word));
    }
}

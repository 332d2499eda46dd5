using System.Globalization;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Random;

namespace GpuRisk.Kernels.Tests;

public sealed class PhiloxTests
{
    private const string Vectors = "philox-kat/kat_vectors";

    [Fact]
    public void Philox_gives_the_published_words_in_every_lane_of_every_width()
    {
        Assert.SkipWhen(Places.Missing(Vectors) is not null, Places.Missing(Vectors) ?? "");
        List<uint[]> rows = [.. File.ReadLines(Places.Shared(Vectors))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(cells => cells is ["philox4x32", "10", ..])
            .Select(cells => cells.Skip(2).Select(c => uint.Parse(c, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray())];
        Assert.Equal(3, rows.Count);
        foreach (uint[] row in rows)
            LaneArrays.OnEveryWidth(new KnownAnswer(row));
    }

    [Fact]
    public void Lanes_do_not_see_each_other() => LaneArrays.OnEveryWidth(new IndependentLanes());

    /// <summary>The same counter in every lane.</summary>
    private sealed record KnownAnswer(uint[] Row) : ILaneBody
    {
        public void Run<R, W>()
            where R : struct, IReal<R, W>
            where W : struct, IWord<W>
        {
            W c0 = W.Of(Row[0]), c1 = W.Of(Row[1]), c2 = W.Of(Row[2]), c3 = W.Of(Row[3]);
            Philox.Apply(ref c0, ref c1, ref c2, ref c3, Row[4], Row[5]);
            W[] words = [c0, c1, c2, c3];
            for (int i = 0; i < 4; i++)
                Assert.All(LaneArrays.Of(words[i]), word => Assert.Equal(Row[6 + i], word));
        }
    }

    /// <summary>A different counter in each lane gives what one lane gives for it.</summary>
    private sealed class IndependentLanes : ILaneBody
    {
        public void Run<R, W>()
            where R : struct, IReal<R, W>
            where W : struct, IWord<W>
        {
            uint[] counters = [.. Enumerable.Range(0, LaneArrays.Widest).Select(i => 0xFFFFFFF0u + (uint)i)];
            W c0 = LaneArrays.Words<W>(counters), c1 = W.Of(7u), c2 = LaneArrays.Words<W>(counters), c3 = W.Of(0u);
            Philox.Apply(ref c0, ref c1, ref c2, ref c3, 0xDEADBEEFu, 0xFFFFFFFFu);
            for (int i = 0; i < W.Lanes; i++)
            {
                ScalarWord s0 = ScalarWord.Of(counters[i]), s1 = ScalarWord.Of(7u), s2 = ScalarWord.Of(counters[i]), s3 = ScalarWord.Of(0u);
                Philox.Apply(ref s0, ref s1, ref s2, ref s3, 0xDEADBEEFu, 0xFFFFFFFFu);
                Assert.Equal((s0.a, s1.a, s2.a, s3.a), (LaneArrays.Of(c0)[i], LaneArrays.Of(c1)[i], LaneArrays.Of(c2)[i], LaneArrays.Of(c3)[i]));
            }
        }
    }
}

using System.IO.Compression;
using System.Text;
using GpuRisk.Arrow.Compression;

namespace GpuRisk.Arrow.Tests;

/// <summary>Frames of LZ4 against frames that the reference program made (lz4 1.9.4), and its checksum against published values.</summary>
public sealed class Lz4Tests
{
    private const int Length = 200_000;

    /// <summary>How the program was asked, and its frame (kept here as gzip, which takes the repetition out of it).</summary>
    private static readonly (string Options, string Frame)[] Frames =
    [
        (
            "linked blocks of 64 KiB, block checksums, content size, content checksum",
            "H4sIAAAAAAACA2NR8pWIcXDgZWYAgTu2jAwM/5UZ2PlEZZS1DC3s3XxDopMyC8rrWnsmz1q4Yv22vUdOX7r54Pm7r3+YuQQl5NV0TaydPAPCjRj+j3CwLQAc"
            + "LApTlkhzAQOR/85ID5D/LwLAyWbp27MTIckKXwLCnuRGk9W2AHCweNVG3xdnwExWpgHg0MvMavID5d/1YnPcAXZH4ETSAwAA"),
        (
            "independent blocks of 64 KiB, block checksums, content checksum",
            "H4sIAAAAAAACA2NR8pUocdhry8jA8F+ZgZ1PVEZZy9DC3s03JDops6C8rrVn8qyFK9Zv23vk9KWbD56/+/qHmUtQQl5N18TayTMg3Ijh/wgH2wLAwaIwZYk0"
            + "JBBRA4iYIB0NxG0B4GCxmy9xGxKI+NIc9iAdDcRtAeBg8aqNvu/FAApE4rMxLEjRApE5ACx7+WuuEdBAhvVic9wBO1CbgjAEAAA="),
        (
            "linked blocks, no checksum",
            "H4sIAAAAAAACA2NR8pVwcDhgy8jA8F+ZgZ1PVEZZy9DC3s03JDops6C8rrVn8qyFK9Zv23vk9KWbD56/+/qHmUtQQl5N18TayTMg3Ijh/wgH2wLAwcIFDED+"
            + "OyM9MP6/CAAnGUhywpdwsCe10eS0LQAcLOIMmMnJNAASckAAAAAkCfe2AwAA"),
        (
            "one block, high compression, content size, content checksum",
            "H4sIAAAAAAACA2NR8pXICXDgZWYAgThfIP1fmYGdT1RGWcvQwt7NNyQ6KbOgvK61Z/KshSvWb9t75PSlmw+ev/v6h5lLUEJeTdfE2skzINyI4f8oGAWjAA7Y"
            + "AsAZA5Sr1ovNcQcAaNykb2gDAAA="),
    ];

    public static TheoryData<string> Options => [.. Frames.Select(f => f.Options)];

    [Theory]
    [MemberData(nameof(Options))]
    public void A_frame_of_the_reference_program_becomes_what_it_was(string options) =>
        Assert.True(Lz4Frame.Decompress(Frame(options), Length).AsSpan().SequenceEqual(Content()));

    [Theory]
    [MemberData(nameof(Options))]
    public void A_frame_of_another_length_is_refused(string options)
    {
        byte[] frame = Frame(options);
        Assert.Throws<InvalidArrowException>(() => Lz4Frame.Decompress(frame, Length - 1));
        Assert.Throws<InvalidArrowException>(() => Lz4Frame.Decompress(frame, Length + 1));
        Assert.Throws<InvalidArrowException>(() => Lz4Frame.Decompress(frame, 0));
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void A_frame_that_is_cut_short_is_refused_wherever_it_is_cut(string options)
    {
        byte[] frame = Frame(options);
        for (int length = 0; length < frame.Length; length++)
        {
            int cut = length;
            Assert.Throws<InvalidArrowException>(() => Lz4Frame.Decompress(frame.AsSpan(0, cut), Length));
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void A_flipped_bit_is_found_by_a_checksum_or_stays_inside(string options)
    {
        byte[] frame = Frame(options);
        bool hasChecksum = !options.Contains("no checksum", StringComparison.Ordinal);
        for (int bit = 0; bit < 8 * frame.Length; bit += 3)
        {
            byte[] damaged = [.. frame];
            damaged[bit / 8] ^= (byte)(1 << bit % 8);
            try
            {
                byte[] content = Lz4Frame.Decompress(damaged, Length);
                Assert.False(hasChecksum && !content.AsSpan().SequenceEqual(Content()), $"bit {bit}");
            }
            catch (InvalidArrowException)
            {
                // Found.
            }
        }
    }

    [Fact]
    public void A_claim_that_no_frame_can_keep_costs_no_memory()
    {
        byte[] frame = Frame(Frames[0].Options);
        long before = GC.GetAllocatedBytesForCurrentThread();
        string message = Assert.Throws<InvalidArrowException>(() => Lz4Frame.Decompress(frame, int.MaxValue)).Message;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        Assert.Contains("cannot become", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0x02CC5D05u)]
    [InlineData("a", 0x550D7456u)]
    [InlineData("abc", 0x32D153FFu)]
    [InlineData("Nobody inspects the spammish repetition", 0xE2293B2Fu)]
    public void The_checksum_has_its_published_values(string text, uint hash) => Assert.Equal(hash, XxHash32.Hash(Encoding.ASCII.GetBytes(text)));

    private static byte[] Content() => [.. Enumerable.Range(0, Length).Select(i => (byte)(i % 50 * 7))];

    private static byte[] Frame(string options)
    {
        using GZipStream content = new(
            new MemoryStream(Convert.FromBase64String(Frames.Single(f => f.Options == options).Frame)), CompressionMode.Decompress);
        using MemoryStream frame = new();
        content.CopyTo(frame);
        return frame.ToArray();
    }
}

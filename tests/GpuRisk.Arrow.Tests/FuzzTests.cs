using GpuRisk.Arrow.Ipc;

namespace GpuRisk.Arrow.Tests;

/// <summary>
/// Damaged data, from a fixed seed: they are read, or refused as <see cref="InvalidArrowException"/>, and never ask for more memory than their
/// own length allows.
/// </summary>
public sealed class FuzzTests
{
    private const int BitFlips = 100_000;
    private const int Mutations = 40_000;

    /// <summary>Numbers that lengths and offsets go wrong by.</summary>
    private static readonly long[] Wild =
        [0, 1, -1, 7, 8, 9, 63, 64, 255, 256, 65_536, int.MaxValue, int.MinValue, 1L << 31, 1L << 32, (1L << 32) - 1, long.MaxValue, long.MinValue, 1L << 40];

    [Fact]
    public void A_file_or_stream_cut_at_any_byte_is_refused_or_is_a_shorter_stream()
    {
        foreach (byte[] bytes in Seeds())
        {
            bool isFile = IsFile(bytes);
            for (int length = 0; length < bytes.Length; length++)
            {
                bool read = TryRead(bytes[..length], isFile);
                Assert.False(isFile && read, FormattableString.Invariant($"a file of {bytes.Length} bytes is read from {length} of them"));
            }
            Assert.True(TryRead(bytes, isFile));
        }
    }

    [Fact]
    public void Random_bit_flips_are_refused_or_read()
    {
        SplitMix random = new(20_261_120);
        byte[][] seeds = [.. Seeds()];
        int refused = 0;
        for (int i = 0; i < BitFlips; i++)
        {
            byte[] bytes = [.. seeds[i % seeds.Length]];
            bool isFile = IsFile(bytes);
            for (int flips = 1 + random.Below(3); flips > 0; flips--)
                bytes[random.Below(bytes.Length)] ^= (byte)(1 << random.Below(8));
            refused += TryRead(bytes, isFile) ? 0 : 1;
        }
        // Were all refused, or none, nothing would have been tried.
        Assert.InRange(refused, BitFlips / 10, BitFlips * 9 / 10);
    }

    [Fact]
    public void Mutations_of_the_metadata_are_refused_or_read()
    {
        SplitMix random = new(7);
        byte[][] seeds = [.. Seeds()];
        int refused = 0;
        for (int i = 0; i < Mutations; i++)
        {
            byte[] seed = seeds[i % seeds.Length];
            List<(int Start, int Length)> places = MetadataOf(seed);
            (int start, int length) = places[random.Below(places.Count)];
            byte[] bytes = Mutate(seed, start, length, random);
            refused += TryRead(bytes, IsFile(seed)) ? 0 : 1;
        }
        Assert.InRange(refused, Mutations / 10, Mutations * 9 / 10);
    }

    private static byte[] Mutate(byte[] seed, int start, int length, SplitMix random)
    {
        byte[] bytes = [.. seed];
        int Place(int size) => start + random.Below(Math.Max(1, (length - size) / 4)) * 4;
        switch (random.Below(5))
        {
            case 0:
                BitConverter.GetBytes((int)Wild[random.Below(Wild.Length)]).CopyTo(bytes, Place(4));
                break;
            case 1:
                BitConverter.GetBytes(Wild[random.Below(Wild.Length)]).CopyTo(bytes, Place(8));
                break;
            case 2:
                BitConverter.GetBytes((short)Wild[random.Below(Wild.Length)]).CopyTo(bytes, Place(4) + 2 * random.Below(2));
                break;
            case 3:
                System.Array.Copy(seed, Place(8), bytes, Place(8), 8);
                break;
            default:
                int at = Place(4);
                BitConverter.GetBytes(BitConverter.ToInt32(bytes, at) + 4 * (random.Below(9) - 4)).CopyTo(bytes, at);
                break;
        }
        return bytes;
    }

    /// <summary>Where messages and footers have their metadata, prefixes included.</summary>
    private static List<(int Start, int Length)> MetadataOf(byte[] bytes)
    {
        if (!IsFile(bytes))
            return [.. DictionaryTests.Messages(bytes).Select(m => ((int)m.Offset, m.MetadataLength))];
        using BufferSource source = new(new ArrowBuffer(bytes), null, null);
        (FileFooter footer, long offset) = FileFooter.Read(source);
        return
        [
            ((int)offset, bytes.Length - (int)offset),
            .. footer.Dictionaries.Concat(footer.RecordBatches).Select(b => ((int)b.Offset, b.MetadataLength)),
        ];
    }

    /// <summary>Small files and streams that between them have every type, dictionaries that grow, and compressed buffers.</summary>
    private static IEnumerable<byte[]> Seeds()
    {
        string[] names = [.. SampleColumns.Names];
        for (int part = 0; part < 8; part++)
        {
            RecordBatch batch = SampleColumns.Batch(5, i => i == 2, (ulong)part, name => System.Array.IndexOf(names, name) % 8 == part);
            yield return part % 2 == 0 ? Written.File(batch.Schema, batch, batch) : Written.Stream(batch.Schema, batch, batch);
        }
        RecordBatch[] growing = [DictionaryTests.Batch(["a", "b"], 0, 1), DictionaryTests.Batch(["a", "b", null, "c"], 3, 2, 0)];
        yield return Written.File(growing[0].Schema, growing);
        yield return Written.Stream(growing[0].Schema, growing);
        yield return CompressedStream.Bytes();
    }

    private static bool IsFile(byte[] bytes) => bytes.AsSpan().StartsWith("ARROW1"u8);

    /// <summary>Reads all and looks at values of all columns.</summary>
    private static bool TryRead(byte[] bytes, bool isFile)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using IArrowReader reader = isFile ? new ArrowFileReader(bytes) : new ArrowStreamReader(bytes);
            foreach (IArrowArray column in Written.All(reader).SelectMany(b => b.Arrays))
            {
                for (int i = 0; i < Math.Min(column.Length, 8); i++)
                    ValueText.Of(column, i);
            }
            return true;
        }
        catch (InvalidArrowException e)
        {
            Assert.InRange(e.Message.Length, 10, 500);
            return false;
        }
        finally
        {
            // LZ4 makes 255 bytes of one; the rest is for objects, messages and the text of the values.
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 300_000 + 256L * bytes.Length);
        }
    }
}

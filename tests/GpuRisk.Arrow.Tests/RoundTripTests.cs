using GpuRisk.Arrow.Ipc;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Tests;

/// <summary>What is written is read again, to the last bit.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Columns => [.. SampleColumns.Names];

    [Theory]
    [MemberData(nameof(Columns))]
    public void A_column_of_every_type_comes_back_with_nulls_at_every_position(string name)
    {
        for (int length = 0; length <= 17; length++)
        {
            for (int position = -1; position <= length; position++)
            {
                // Before the first: none; after the last: all.
                int at = position;
                int count = length;
                RecordBatch batch = SampleColumns.Batch(length, i => i == at || at == count, (ulong)length + 1, column => column == name);
                Written.AssertRoundTrip(batch.Schema, batch);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void A_slice_is_written_as_what_it_holds_and_nothing_else(string name)
    {
        RecordBatch whole = SampleColumns.Batch(40, i => i % 3 == 1, 2, column => column == name);
        foreach ((int offset, int length) in ((int, int)[])[(0, 40), (0, 3), (1, 1), (7, 9), (8, 16), (13, 27), (39, 1), (40, 0), (5, 0)])
        {
            RecordBatch slice = whole.Slice(offset, length);
            Assert.Equal(ValueText.All(whole.Column(0)).Skip(offset).Take(length), ValueText.All(slice.Column(0)));
            Written.AssertRoundTrip(slice.Schema, slice);
            // A slice of a slice, of two rows of which one may be null.
            if (length > 3)
                Written.AssertRoundTrip(slice.Schema, slice.Slice(1, 2));
        }
    }

    [Fact]
    public void Many_batches_of_all_types_come_back_in_their_order_among_them_empty_ones()
    {
        RecordBatch[] batches = [.. Enumerable.Range(0, 12).Select(i => SampleColumns.Batch(i % 4 == 3 ? 0 : 5 * i, row => row % 5 == 2, (ulong)i))];
        Written.AssertRoundTrip(batches[0].Schema, batches);
    }

    [Fact]
    public void A_table_without_batches_or_without_columns_comes_back()
    {
        Written.AssertRoundTrip(SampleColumns.Batch(0, _ => false).Schema);
        Schema none = new([]);
        Written.AssertRoundTrip(none);
        Written.AssertRoundTrip(none, new RecordBatch(none, [], 3));
    }

    [Fact]
    public void Batches_of_a_file_are_read_in_any_order()
    {
        RecordBatch[] batches = [.. Enumerable.Range(0, 4).Select(i => SampleColumns.Batch(i + 1, _ => false, (ulong)i))];
        using ArrowFileReader reader = new(Written.File(batches[0].Schema, batches));
        Assert.Equal(4, reader.RecordBatchCount());
        foreach (int index in (int[])[2, 0, 3, 1, 2])
            Assert.Equal(batches[index].Arrays.SelectMany(ValueText.All), reader.ReadRecordBatch(index).Arrays.SelectMany(ValueText.All));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.ReadRecordBatch(4));
    }

    [Fact]
    public void The_same_values_give_the_same_bytes_whatever_slice_they_come_from()
    {
        RecordBatch whole = SampleColumns.Batch(30, i => i % 4 == 1, 3, name => !name.StartsWith("Dense", StringComparison.Ordinal));
        RecordBatch again = Written.All(new ArrowStreamReader(Written.Stream(whole.Schema, whole.Slice(9, 15)))).Single();
        Assert.Equal(Written.File(whole.Schema, whole.Slice(9, 15)), Written.File(whole.Schema, again));
    }

    [Fact]
    public void A_file_is_not_read_from_a_stream_that_cannot_seek()
    {
        using OneWayStream stream = new(Written.File(new Schema([])));
        Assert.Contains("can seek", Assert.Throws<ArgumentException>(() => new ArrowFileReader(stream)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_can_begin_in_the_middle_of_a_stream()
    {
        RecordBatch batch = SampleColumns.Batch(5, i => i == 2);
        byte[] bytes = Written.File(batch.Schema, batch);
        using MemoryStream stream = new([1, 2, 3, .. bytes]);
        stream.Position = 3;
        using ArrowFileReader reader = new(stream);
        Written.AssertSame(batch.Schema, [batch], reader);
    }

    [Fact]
    public void Every_batch_and_every_buffer_of_a_file_begins_at_a_multiple_of_64_bytes()
    {
        RecordBatch batch = SampleColumns.Batch(21, i => i == 2);
        byte[] bytes = Written.File(batch.Schema, batch, batch, batch);
        using BufferSource source = new(new ArrowBuffer(bytes), null, null);
        FileFooter footer = FileFooter.Read(source).Footer;
        MessageReader messages = new(source);
        Assert.Equal(3, footer.RecordBatches.Count);
        Assert.Equal(5, footer.Dictionaries.Count);
        foreach (Block block in (Block[])[.. footer.Dictionaries, .. footer.RecordBatches])
        {
            Assert.Equal((0, 0), ((block.Offset + block.MetadataLength) % 64, block.Length % 8));
            source.Seek(block.Offset);
            BatchMetadata metadata = messages.Next()!.Batch();
            Assert.All(Enumerable.Range(0, metadata.BufferCount), i => Assert.Equal(0, metadata.Buffer(i).Offset % 64));
        }
    }

    [Fact]
    public void A_file_ends_with_the_mark_of_the_end_a_footer_its_length_and_the_magic()
    {
        RecordBatch batch = SampleColumns.Batch(2, _ => false, which: name => name == "int32");
        byte[] bytes = Written.File(batch.Schema, batch);
        Assert.Equal("ARROW1\0\0"u8.ToArray(), bytes[..8]);
        Assert.Equal("ARROW1"u8.ToArray(), bytes[^6..]);
        int footer = bytes.Length - 10 - BitConverter.ToInt32(bytes, bytes.Length - 10);
        Assert.Equal([0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0], bytes[(footer - 8)..footer]);
        Assert.Equal([0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0], Written.Stream(batch.Schema, batch)[^8..]);
    }

    [Fact]
    public void A_stream_may_end_without_its_mark_but_not_within_a_message()
    {
        RecordBatch batch = SampleColumns.Batch(2, _ => false, which: name => name == "int32");
        byte[] bytes = Written.Stream(batch.Schema, batch);
        Written.AssertSame(batch.Schema, [batch], new ArrowStreamReader(bytes.AsMemory(0, bytes.Length - 8)));
        using ArrowStreamReader cut = new(bytes.AsMemory(0, bytes.Length - 9));
        Assert.Contains("end within a message", Assert.Throws<InvalidArrowException>(cut.ReadNextRecordBatch).Message, StringComparison.Ordinal);
    }
}

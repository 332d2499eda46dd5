using GpuRisk.Arrow.FlatBuffers;
using GpuRisk.Arrow.Ipc;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Tests;

/// <summary>Data that are wrong in one way that is known, and what is said of them.</summary>
public sealed class HostileTests
{
    [Fact]
    public void A_stream_read_as_a_file_and_a_file_read_as_a_stream_are_told_apart()
    {
        RecordBatch batch = Plain();
        Assert.Contains("does not begin with ARROW1", File(Written.Stream(batch.Schema, batch)), StringComparison.Ordinal);
        Assert.Contains("an Arrow file and not a stream", Stream(Written.File(batch.Schema, batch)), StringComparison.Ordinal);
        Assert.Contains("cut short or was not closed", File(Written.File(batch.Schema, batch)[..^3]), StringComparison.Ordinal);
        Assert.Contains("there are no data", Stream([]), StringComparison.Ordinal);
        Assert.Contains("are these Arrow data?", Stream([0, 0, 0, 0x80, 1, 2, 3]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, 0x01, "is said to have 1 nulls; its bitmap has 2")]
    [InlineData(1, 1, 9, "offset 2 is 3 after 9")]
    [InlineData(1, 3, 99, "beyond the 3 values")]
    [InlineData(1, 0, 0xFF, "offset 1 is 1 after 255")]
    public void A_body_that_contradicts_itself_is_refused(int buffer, int element, byte value, string expected)
    {
        RecordBatch batch = new(
            new Schema([new Field("s", StringType.Default, true)]), [new StringArray.Builder().Append("a").Append("bc").AppendNull().Build()], 3);
        byte[] bytes = Written.Stream(batch.Schema, batch);
        Message message = DictionaryTests.Messages(bytes)[1];
        long place = message.Offset + message.MetadataLength + message.Batch().Buffer(buffer).Offset;
        bytes[buffer == 0 ? place : place + 4 * element] = value;
        string error = Stream(bytes);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.StartsWith(FormattableString.Invariant($"at byte {message.Offset}: column 's': "), error, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_not_UTF_8_is_found_where_it_is_read_as_text()
    {
        RecordBatch batch = new(new Schema([new Field("s", StringType.Default, true)]), [new StringArray.Builder().Append("a").Append("b").Build()], 2);
        byte[] bytes = Written.Stream(batch.Schema, batch);
        Message message = DictionaryTests.Messages(bytes)[1];
        bytes[message.Offset + message.MetadataLength + message.Batch().Buffer(2).Offset + 1] = 0xC3;
        StringArray read = (StringArray)Written.All(new ArrowStreamReader(bytes)).Single().Column(0);
        Assert.Equal(("a", 0xC3), (read.GetString(0), read.GetBytes(1)[0]));
        Assert.Contains("row 1 is not UTF-8", Assert.Throws<InvalidArrowException>(() => read.GetString(1)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(22, "run-end encoded")]
    [InlineData(23, "binary view")]
    [InlineData(24, "utf8 view")]
    [InlineData(25, "list view")]
    [InlineData(26, "large list view")]
    [InlineData(99, "type 99 is not one that the format has")]
    [InlineData(0, "type 0 is not one that the format has")]
    public void A_type_that_is_not_read_is_named(byte kind, string expected) =>
        Assert.Contains(expected, Stream(SchemaOf(builder => CraftedSchema.Field(builder, "c", kind, []))), StringComparison.Ordinal);

    [Fact]
    public void Types_nested_too_deep_are_refused_and_those_at_the_limit_are_read()
    {
        static int Nest(FlatBufferBuilder builder, int depth)
        {
            int field = CraftedSchema.Field(builder, "c", 1, []);
            for (int i = 1; i < depth; i++)
                field = CraftedSchema.Field(builder, "c", 13, [field]);
            return field;
        }
        Assert.Contains("nested more than 64 deep", Stream(SchemaOf(b => Nest(b, 65))), StringComparison.Ordinal);
        Assert.Contains("nested more than 64 deep", Stream(SchemaOf(b => Nest(b, 5000))), StringComparison.Ordinal);
        using ArrowStreamReader deepest = new(SchemaOf(b => Nest(b, 64)));
        Assert.IsType<StructType>(deepest.Schema.FieldsList[0].DataType);
    }

    [Fact]
    public void Metadata_whose_parts_are_shared_without_end_are_refused()
    {
        byte[] bytes = SchemaOf(builder =>
        {
            int field = CraftedSchema.Field(builder, "c", 1, []);
            for (int i = 1; i < 22; i++)
                field = CraftedSchema.Field(builder, "c", 13, [field, field]);
            return field;
        });
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("over and over", Stream(bytes), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_body_that_is_claimed_and_not_there_costs_no_memory()
    {
        byte[] bytes = [.. SchemaOf(b => CraftedSchema.Field(b, "c", 1, [])), .. CraftedSchema.Batch(1L << 40, [0, 0], [])];
        long before = GC.GetAllocatedBytesForCurrentThread();
        using ArrowStreamReader reader = new(new OneWayStream(bytes));
        string message = Assert.Throws<InvalidArrowException>(reader.ReadNextRecordBatch).Message;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Contains("its body has 1099511627776 bytes, of which 0 are there", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new long[] { -1, 0 }, new long[] { }, "-1 values")]
    [InlineData(new long[] { 4, 5 }, new long[] { }, "4 values, 5 of them null")]
    [InlineData(new long[] { 1L << 31, 0 }, new long[] { }, "2147483648 values")]
    [InlineData(new long[] { 4, 0 }, new long[] { 0, 0 }, "the schema asks for more")]
    [InlineData(new long[] { 4, 0 }, new long[] { 0, 0, 0, 8 }, "has 8 bytes; 16 are expected")]
    [InlineData(new long[] { 4, 0 }, new long[] { 0, 0, 8, 64 }, "has 64 bytes from byte 8 of a body of 64")]
    [InlineData(new long[] { 4, 0 }, new long[] { 0, 0, -8, 16 }, "bytes from byte -8")]
    [InlineData(new long[] { 4, 0 }, new long[] { 0, 40, 0, 40 }, "overlap")]
    [InlineData(new long[] { 4, 0 }, new long[] { 0, 0, 0, 16, 0, 0 }, "1 arrays and 3 buffers; the schema asks for 1 and 2")]
    [InlineData(new long[] { 4, 0, 4, 0 }, new long[] { 0, 0, 0, 16 }, "2 arrays and 2 buffers; the schema asks for 1 and 2")]
    [InlineData(new long[] { 3, 0 }, new long[] { 0, 0, 0, 16 }, "it has 3 values where the batch has 4 rows")]
    [InlineData(new long[] { }, new long[] { }, "one more is needed")]
    public void A_batch_whose_metadata_claim_what_is_not_there_is_refused(long[] nodes, long[] buffers, string expected)
    {
        Schema schema = new([new Field("c", Int32Type.Default, true)]);
        byte[] bytes = [.. Written.Stream(schema)[..^8], .. CraftedSchema.Batch(64, nodes, buffers), .. new byte[64]];
        Assert.Contains(expected, Stream(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_of_a_footer_that_overlap_or_lie_outside_are_refused()
    {
        RecordBatch batch = Plain();
        byte[] bytes = Written.File(batch.Schema, batch, batch);
        using BufferSource source = new(new ArrowBuffer(bytes), null, null);
        Block second = FileFooter.Read(source).Footer.RecordBatches[1];
        Block first = FileFooter.Read(source).Footer.RecordBatches[0];
        int place = bytes.AsSpan().LastIndexOf(BitConverter.GetBytes(second.Offset));
        BitConverter.GetBytes(first.Offset).CopyTo(bytes, place);
        Assert.Contains("overlap", File(bytes), StringComparison.Ordinal);
        BitConverter.GetBytes(long.MaxValue).CopyTo(bytes, place);
        Assert.Contains("not between the head and the footer", File(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_in_a_message_is_short_and_cannot_drive_a_terminal()
    {
        Schema schema = new([new Field("\u001b[2J" + new string('x', 5000), Int32Type.Default, true)]);
        byte[] bytes = [.. Written.Stream(schema)[..^8], .. CraftedSchema.Batch(0, [4, 0], [0, 0, 0, 0])];
        string message = Stream(bytes);
        Assert.InRange(message.Length, 50, 250);
        Assert.DoesNotContain(message, char.IsControl);
    }

    private static RecordBatch Plain() => SampleColumns.Batch(2, _ => false, which: name => name == "int32");

    private static byte[] SchemaOf(Func<FlatBufferBuilder, int> field) => CraftedSchema.Schema(field);

    private static string Stream(byte[] bytes) => Assert.Throws<InvalidArrowException>(() => Written.All(new ArrowStreamReader(bytes))).Message;

    private static string File(byte[] bytes) => Assert.Throws<InvalidArrowException>(() => Written.All(new ArrowFileReader(bytes))).Message;
}

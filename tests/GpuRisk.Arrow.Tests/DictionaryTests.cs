using GpuRisk.Arrow.Ipc;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Tests;

/// <summary>Dictionaries that grow or change from batch to batch.</summary>
public sealed class DictionaryTests
{
    private static readonly DictionaryType Words = new(Int32Type.Default, StringType.Default, false);

    [Fact]
    public void A_dictionary_that_grows_is_written_as_deltas_in_streams_and_files()
    {
        RecordBatch[] batches = [Batch(["a", "b"], 0, 1), Batch(["a", "b", null, "c"], 2, 3, 0), Batch(["a", "b", null, "c"], 3), Batch(["a", "b", null, "c", "d"], 4)];
        Written.AssertRoundTrip(batches[0].Schema, batches);
        Assert.Equal(
            [(false, 2), (true, 2), (true, 1)],
            Messages(Written.Stream(batches[0].Schema, batches)).Where(m => m.Kind == MessageKind.DictionaryBatch)
                .Select(m => (m.Header.GetBoolean(2), m.Batch().Length)));
    }

    [Fact]
    public void A_stream_may_replace_a_dictionary_and_earlier_batches_keep_theirs()
    {
        RecordBatch[] batches = [Batch(["a", "b"], 0, 1), Batch(["x"], 0, 0), Batch(["x", "y"], 1)];
        using ArrowStreamReader reader = new(Written.Stream(batches[0].Schema, batches));
        Written.AssertSame(batches[0].Schema, batches, reader);
    }

    [Fact]
    public void A_file_cannot_replace_a_dictionary_and_says_what_to_do()
    {
        RecordBatch[] batches = [Batch(["a", "b"], 0, 1), Batch(["x"], 0)];
        string message = Assert.Throws<ArgumentException>(() => Written.File(batches[0].Schema, batches)).Message;
        Assert.Contains("begin with the values of the earlier, or write a stream", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Batches_that_were_read_before_a_delta_keep_the_dictionary_that_they_had()
    {
        RecordBatch[] batches = [.. Enumerable.Range(1, 40).Select(n => Batch([.. Enumerable.Range(0, n).Select(i => i % 7 == 3 ? null : "w" + i)], n - 1))];
        using ArrowStreamReader reader = new(Written.Stream(batches[0].Schema, batches));
        List<RecordBatch> read = Written.All(reader);
        for (int i = 0; i < batches.Length; i++)
        {
            IArrowArray dictionary = ((DictionaryArray)read[i].Column(0)).Dictionary;
            Assert.Equal(ValueText.All(((DictionaryArray)batches[i].Column(0)).Dictionary), ValueText.All(dictionary));
        }
    }

    [Fact]
    public void A_dictionary_of_every_type_grows()
    {
        foreach (IArrowArray values in SampleColumns.Batch(23, i => i % 4 == 1, 9).Arrays.Where(a => a is not DictionaryArray))
        {
            DictionaryType type = new(Int32Type.Default, values.Data.DataType, false);
            Schema schema = new([new Field("d", type, true)]);
            RecordBatch[] batches =
            [
                .. ((int[])[3, 3, 11, 12, 23]).Select(n => new RecordBatch(
                    schema, [new DictionaryArray(type, Indices([.. Enumerable.Range(0, n)]), ArrowArrayFactory.Slice(values, 0, n))], n)),
            ];
            Written.AssertRoundTrip(schema, batches);
        }
    }

    [Fact]
    public void A_column_of_nulls_needs_no_dictionary()
    {
        RecordBatch batch = Batch([], null, null);
        byte[] bytes = Written.Stream(batch.Schema, batch);
        // The same stream without its dictionary batch.
        Message dictionary = Messages(bytes).Single(m => m.Kind == MessageKind.DictionaryBatch);
        byte[] without = [.. bytes[..(int)dictionary.Offset], .. bytes[(int)(dictionary.Offset + dictionary.MetadataLength + dictionary.Body.Length)..]];
        Assert.NotEqual(bytes.Length, without.Length);
        using ArrowStreamReader reader = new(without);
        Written.AssertSame(batch.Schema, [batch], reader);
    }

    [Fact]
    public void An_index_outside_its_dictionary_is_neither_written_nor_read()
    {
        RecordBatch wrong = Batch(["a"], 0, 1);
        Assert.Contains("index 1 in a dictionary of 1", Assert.Throws<ArgumentException>(() => Written.Stream(wrong.Schema, wrong)).Message, StringComparison.Ordinal);

        RecordBatch right = Batch(["a", "b"], 0, 1);
        byte[] bytes = Written.Stream(right.Schema, right);
        Message message = Messages(bytes).Single(m => m.Kind == MessageKind.RecordBatch);
        bytes[message.Offset + message.MetadataLength + message.Batch().Buffer(1).Offset + 4] = 2;
        using ArrowStreamReader reader = new(bytes);
        InvalidArrowException error = Assert.Throws<InvalidArrowException>(reader.ReadNextRecordBatch);
        Assert.Equal((null, message.Offset, "column 'd': row 1 has index 2 in a dictionary of 2 values"), (error.File, error.Offset, error.Reason));
    }

    internal static RecordBatch Batch(string?[] words, params int?[] indices) => new(
        new Schema([new Field("d", Words, true)]), [new DictionaryArray(Words, Indices(indices), new StringArray.Builder().AppendRange(words).Build())],
        indices.Length);

    internal static List<Message> Messages(byte[] stream)
    {
        using BufferSource source = new(new ArrowBuffer(stream), null, null);
        MessageReader reader = new(source);
        var messages = new List<Message>();
        while (reader.Next() is { } message)
            messages.Add(message);
        return messages;
    }

    private static Int32Array Indices(params int[] indices) => Indices([.. indices.Select(i => (int?)i)]);

    private static Int32Array Indices(int?[] indices)
    {
        var builder = new Int32Array.Builder();
        foreach (int? index in indices)
            builder.Append(index);
        return builder.Build();
    }
}

using GpuRisk.Arrow.Ipc;

namespace GpuRisk.Arrow.Tests;

/// <summary>What the writers make of batches, and what they say after being read again.</summary>
internal static class Written
{
    public static byte[] File(Schema schema, params IEnumerable<RecordBatch> batches) =>
        Bytes(stream => new ArrowFileWriter(stream, schema, leaveOpen: true), batches);

    public static byte[] Stream(Schema schema, params IEnumerable<RecordBatch> batches) =>
        Bytes(stream => new ArrowStreamWriter(stream, schema, leaveOpen: true), batches);

    public static List<RecordBatch> All(IArrowReader reader)
    {
        var batches = new List<RecordBatch>();
        while (reader.ReadNextRecordBatch() is { } batch)
            batches.Add(batch);
        return batches;
    }

    /// <summary>Writes the batches as a file and as a stream, reads both, and compares schemas, metadata and every value.</summary>
    public static void AssertRoundTrip(Schema schema, params RecordBatch[] batches)
    {
        using ArrowFileReader file = new(File(schema, batches));
        AssertSame(schema, batches, file);
        using ArrowStreamReader stream = new(Stream(schema, batches));
        AssertSame(schema, batches, stream);
    }

    public static void AssertSame(Schema schema, IReadOnlyList<RecordBatch> batches, IArrowReader reader)
    {
        Assert.Equal(schema, reader.Schema);
        Assert.Equal(schema.Metadata, reader.Schema.Metadata);
        Assert.All(schema.FieldsList.Zip(reader.Schema.FieldsList), pair => Assert.Equal(pair.First.Metadata, pair.Second.Metadata));
        List<RecordBatch> read = All(reader);
        Assert.Equal(batches.Count, read.Count);
        for (int b = 0; b < read.Count; b++)
        {
            Assert.Equal(batches[b].Length, read[b].Length);
            for (int c = 0; c < read[b].ColumnCount; c++)
            {
                Assert.Equal(ValueText.All(batches[b].Column(c)), ValueText.All(read[b].Column(c)));
                Assert.Equal(batches[b].Column(c).NullCount, read[b].Column(c).NullCount);
            }
        }
    }

    private static byte[] Bytes(Func<Stream, ArrowStreamWriter> open, IEnumerable<RecordBatch> batches)
    {
        using MemoryStream stream = new();
        using ArrowStreamWriter writer = open(stream);
        foreach (RecordBatch batch in batches)
            writer.WriteRecordBatch(batch);
        writer.WriteEnd();
        return stream.ToArray();
    }
}

using GpuRisk.Arrow.Ipc;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Tests;

/// <summary>Columns over the pages of a file, and what is left of them when the file is closed.</summary>
public sealed class MappedFileTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void A_mapped_file_of_all_columns_has_the_values_that_were_written()
    {
        RecordBatch[] batches = [SampleColumns.Batch(9, i => i == 4), SampleColumns.Batch(0, _ => false), SampleColumns.Batch(33, i => i % 2 == 0, 4)];
        File.WriteAllBytes(path, Written.File(batches[0].Schema, batches));
        using ArrowFileReader reader = ArrowFileReader.FromMappedFile(path);
        Written.AssertSame(batches[0].Schema, batches, reader);
    }

    [Fact]
    public void Reading_a_numeric_column_of_a_mapped_file_copies_nothing()
    {
        const int Rows = 1_000_000;
        RecordBatch batch = Doubles(Rows);
        File.WriteAllBytes(path, Written.File(batch.Schema, batch));
        using ArrowFileReader reader = ArrowFileReader.FromMappedFile(path);
        long before = GC.GetAllocatedBytesForCurrentThread();
        DoubleArray column = (DoubleArray)reader.ReadRecordBatch(0).Column(0);
        double last = column.Values[^1];
        ReadOnlyMemory<double> memory = column.Memory;
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal((Rows - 1.0, Rows, Rows - 2.0), (last, memory.Length, memory.Span[Rows - 2]));
        Assert.InRange(allocated, 0, 20_000);
        Assert.Equal(0, Address(column) % 64);
    }

    [Fact]
    public void Every_access_after_the_reader_is_disposed_throws()
    {
        RecordBatch batch = SampleColumns.Batch(9, i => i == 4);
        File.WriteAllBytes(path, Written.File(batch.Schema, batch));
        ArrowFileReader reader = ArrowFileReader.FromMappedFile(path);
        RecordBatch read = reader.ReadRecordBatch(0);
        ReadOnlyMemory<int> memory = ((Int32Array)read.Column("int32")).Memory;
        Assert.Equal(9, memory.Span.Length);
        reader.Dispose();
        Assert.Throws<ObjectDisposedException>(() => memory.Span.Length);
        foreach (IArrowArray column in read.Arrays.Where(a => a is not NullArray))
        {
            string because = Assert.Throws<ObjectDisposedException>(() => ValueText.Of(column, 0)).Message;
            Assert.Contains(nameof(ArrowFileReader), because, StringComparison.Ordinal);
        }
        Assert.Throws<ObjectDisposedException>(() => reader.ReadRecordBatch(0));
    }

    [Fact]
    public void A_span_that_was_taken_before_stays_readable_while_its_array_lives()
    {
        RecordBatch batch = Doubles(1000);
        File.WriteAllBytes(path, Written.File(batch.Schema, batch));
        ArrowFileReader reader = ArrowFileReader.FromMappedFile(path);
        DoubleArray column = (DoubleArray)reader.ReadRecordBatch(0).Column(0);
        ReadOnlySpan<double> values = column.Values;
        reader.Dispose();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal(999.0, values[999]);
        GC.KeepAlive(column);
    }

    [Fact]
    public void An_empty_file_and_one_that_is_not_there_are_named()
    {
        InvalidArrowException error = Assert.Throws<InvalidArrowException>(() => ArrowFileReader.FromMappedFile(path));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Equal((path, 0L), (error.File, error.Offset));
        Assert.Throws<InvalidArrowException>(() => ArrowFileReader.FromFile(path));
        Assert.Throws<FileNotFoundException>(() => ArrowFileReader.FromMappedFile(path + ".absent"));
    }

    [Fact]
    public void A_column_of_more_than_2_GiB_is_written_and_mapped()
    {
        const int Rows = 300_000_000;
        Schema schema = new([new Field("first", Int64Type.Default, false), new Field("second", Int8Type.Default, false)]);
        long[] rows = new long[Rows];
        rows[0] = 7;
        rows[^1] = long.MaxValue;
        Int64Array first = new(new ArrayData(Int64Type.Default, Rows, 0, 0, [ArrowBuffer.Empty, ArrowBuffer.FromArray(rows)]));
        Int8Array second = new(new ArrayData(Int8Type.Default, Rows, 0, 0, [ArrowBuffer.Empty, ArrowBuffer.FromArray(new sbyte[Rows])]));
        using (ArrowFileWriter writer = new(new SparseFile(path), schema))
        {
            writer.WriteRecordBatch(new RecordBatch(schema, [first, second], Rows));
            writer.WriteRecordBatch(new RecordBatch(schema, [new Int64Array.Builder().Append(5).Build(), new Int8Array.Builder().Append(6).Build()], 1));
            writer.WriteEnd();
        }
        Assert.True(new FileInfo(path).Length > 2_700_000_000);

        using ArrowFileReader reader = ArrowFileReader.FromMappedFile(path);
        Int64Array mapped = (Int64Array)reader.ReadRecordBatch(0).Column(0);
        Assert.Equal((Rows, 7L, 0L, long.MaxValue), (mapped.Values.Length, mapped.Values[0], mapped.Values[^2], mapped.Values[^1]));
        Assert.Equal(long.MaxValue, mapped.GetValue(Rows - 1));
        Assert.Equal((sbyte)6, ((Int8Array)reader.ReadRecordBatch(1).Column(1)).GetValue(0));
        // As one span of bytes it would be too long, and says so.
        Assert.Throws<InvalidOperationException>(() => mapped.ValueBuffer.Span.Length);
    }

    private static RecordBatch Doubles(int rows)
    {
        double[] values = [.. Enumerable.Range(0, rows).Select(i => (double)i)];
        return new RecordBatch(
            new Schema([new Field("x", DoubleType.Default, false)]), [new DoubleArray.Builder().Append(values).Build()], rows);
    }

    private static unsafe nint Address(DoubleArray column)
    {
        fixed (double* first = column.Values)
            return (nint)first;
    }
}

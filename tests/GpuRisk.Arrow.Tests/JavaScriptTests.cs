using System.Text.Json;
using GpuRisk.Arrow.Ipc;

namespace GpuRisk.Arrow.Tests;

/// <summary>The JavaScript implementation of Arrow (the package apache-arrow) reads what is written here, and is read.</summary>
public sealed class JavaScriptTests(JavaScriptExchange exchange) : IClassFixture<JavaScriptExchange>
{
    public static TheoryData<string> Columns => [.. SampleColumns.Names, JavaScriptExchange.AllColumns];

    [Theory]
    [MemberData(nameof(Columns))]
    public void JavaScript_reads_the_values_that_a_file_and_a_stream_were_given(string name)
    {
        Assert.SkipWhen(exchange.Missing is not null, exchange.Missing ?? "");
        RecordBatch[] batches = JavaScriptExchange.Batches(name);
        foreach (string ending in (string[])[".arrow", ".arrows"])
        {
            using JsonDocument read = exchange.Read(name, ending);
            Assert.Equal(batches[0].Schema.FieldsList.Select(f => f.Name), Texts(read.RootElement.GetProperty("names")));
            Assert.Equal(batches[0].Schema.Metadata, Words(read.RootElement.GetProperty("metadata")));
            Assert.Equal(batches[0].Schema.FieldsList.Select(f => f.Metadata), read.RootElement.GetProperty("fieldMetadata").EnumerateArray().Select(Words));
            JsonElement[] readBatches = [.. read.RootElement.GetProperty("batches").EnumerateArray()];
            Assert.Equal(batches.Length, readBatches.Length);
            for (int b = 0; b < batches.Length; b++)
            {
                JsonElement[] columns = [.. readBatches[b].EnumerateArray()];
                Assert.Equal(batches[b].ColumnCount, columns.Length);
                for (int c = 0; c < columns.Length; c++)
                    Assert.Equal(ValueText.All(batches[b].Column(c)), Texts(columns[c]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void What_JavaScript_writes_is_read_with_the_same_values(string name)
    {
        Assert.SkipWhen(exchange.Missing is not null, exchange.Missing ?? "");
        RecordBatch[] batches = JavaScriptExchange.Batches(name);
        using ArrowFileReader file = new(exchange.Rewritten(name, ".arrow"));
        Written.AssertSame(batches[0].Schema, batches, file);
        using ArrowStreamReader stream = new(exchange.Rewritten(name, ".arrows"));
        Written.AssertSame(batches[0].Schema, batches, stream);
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];

    private static Dictionary<string, string> Words(JsonElement words) =>
        words.EnumerateObject().ToDictionary(word => word.Name, word => word.Value.GetString()!);
}

using System.IO.Compression;
using System.Text.Json;
using GpuRisk.Arrow.Ipc;

namespace GpuRisk.Arrow.Tests;

/// <summary>Files of the Arrow project, each with a twin in JSON.</summary>
public sealed class GoldenTests
{
    private const string Folder = "arrow-golden";

    private static readonly string[] Sets = ["1.0.0-littleendian", "2.0.0-compression", "4.0.0-shareddict"];

    public static TheoryData<string> Readable => [.. Names(zstd: false)];

    public static TheoryData<string> CompressedByZstd => [.. Names(zstd: true)];

    [Theory]
    [MemberData(nameof(Readable), DisableDiscoveryEnumeration = true)]
    public void A_file_has_its_twins_schema_and_values(string name)
    {
        using ArrowFileReader read = new(Bytes(name, ".arrow_file"));
        AssertTwin(name, read);
        using ArrowFileReader mapped = ArrowFileReader.FromMappedFile(Path.Combine(Places.Shared(Folder), name + ".arrow_file"));
        AssertTwin(name, mapped);
        using ArrowFileReader file = ArrowFileReader.FromFile(Path.Combine(Places.Shared(Folder), name + ".arrow_file"));
        AssertTwin(name, file);
    }

    [Theory]
    [MemberData(nameof(Readable), DisableDiscoveryEnumeration = true)]
    public void A_stream_has_its_twins_schema_and_values(string name)
    {
        using ArrowStreamReader memory = new(Bytes(name, ".stream"));
        AssertTwin(name, memory);
        using ArrowStreamReader unseekable = new(new OneWayStream(Bytes(name, ".stream")));
        AssertTwin(name, unseekable);
    }

    [Theory]
    [MemberData(nameof(CompressedByZstd), DisableDiscoveryEnumeration = true)]
    public void Buffers_compressed_by_zstd_are_refused_by_that_name(string name)
    {
        using ArrowFileReader file = new(Bytes(name, ".arrow_file"));
        var refusal = Assert.Throws<InvalidArrowException>(() => file.ReadNextRecordBatch());
        Assert.Contains("ZSTD", refusal.Message, StringComparison.Ordinal);
        using ArrowStreamReader stream = new(Bytes(name, ".stream"));
        Assert.Contains("ZSTD", Assert.Throws<InvalidArrowException>(() => stream.ReadNextRecordBatch()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_as_many_golden_files_as_are_known()
    {
        SkipWhereAbsent();
        Assert.Equal((23, 2), (Names(zstd: false).Count, Names(zstd: true).Count));
    }

    /// <summary>The sets' names without ending; one that says what is missing where they are absent.</summary>
    internal static IReadOnlyList<string> Names(bool zstd)
    {
        string[] names =
        [
            .. Sets.Select(set => Path.Combine(Places.Shared(Folder), set)).Where(Directory.Exists)
                .SelectMany(set => Directory.EnumerateFiles(set, "*.arrow_file").Select(f => $"{Path.GetFileName(set)}/{Path.GetFileNameWithoutExtension(f)}"))
                .Order(StringComparer.Ordinal),
        ];
        return names.Length == 0 ? [Folder] : [.. names.Where(n => n.Contains("zstd", StringComparison.Ordinal) == zstd)];
    }

    internal static byte[] Bytes(string name, string ending)
    {
        SkipWhereAbsent();
        return File.ReadAllBytes(Path.Combine(Places.Shared(Folder), name + ending));
    }

    private static void SkipWhereAbsent() => Assert.SkipWhen(Places.Missing(Folder + "/PROVENANCE.md") is not null, "The golden Arrow files are absent.");

    private static void AssertTwin(string name, IArrowReader reader)
    {
        using FileStream file = File.OpenRead(Path.Combine(Places.Shared(Folder), name + ".json.gz"));
        using GZipStream content = new(file, CompressionMode.Decompress);
        using JsonDocument document = JsonDocument.Parse(content);
        JsonElement twin = document.RootElement;
        // The stream of this one was written with the usual names for a map's children, which mean nothing.
        if (!(name.EndsWith("map_non_canonical", StringComparison.Ordinal) && reader is ArrowStreamReader))
            AssertSameSchema(TwinSchema.Read(twin.GetProperty("schema")), reader.Schema);
        JsonElement[] dictionaries = twin.TryGetProperty("dictionaries", out JsonElement list) ? [.. list.EnumerateArray()] : [];
        foreach (JsonElement batch in twin.GetProperty("batches").EnumerateArray())
        {
            RecordBatch? read = reader.ReadNextRecordBatch();
            Assert.NotNull(read);
            Assert.Equal(batch.GetProperty("count").GetInt32(), read.Length);
            for (int i = 0; i < read.ColumnCount; i++)
            {
                JsonElement field = twin.GetProperty("schema").GetProperty("fields")[i];
                TwinColumn column = new(
                    field, batch.GetProperty("columns")[i], reader.Schema.FieldsList[i].DataType,
                    id => dictionaries.Single(d => d.GetProperty("id").GetInt64() == id));
                Assert.Equal(column.All(), ValueText.All(read.Column(i)));
            }
        }
        Assert.Null(reader.ReadNextRecordBatch());
    }

    private static void AssertSameSchema(Schema expected, Schema actual)
    {
        Assert.Equal(expected, actual);
        Assert.Equal(expected.Metadata, actual.Metadata);
        Assert.All(expected.FieldsList.Zip(actual.FieldsList), pair => Assert.Equal(pair.First.Metadata, pair.Second.Metadata));
    }
}

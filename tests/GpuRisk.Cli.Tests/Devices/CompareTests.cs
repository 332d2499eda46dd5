using System.Text.Json;

namespace GpuRisk.Cli.Tests.Devices;

public sealed class CompareTests(SampleRun sample) : IClassFixture<SampleRun>
{
    [Fact]
    public void The_digest_is_that_of_run_and_nothing_is_written()
    {
        using TemporaryFolder place = new();
        Outcome outcome = Gpurisk.Run(new Start { Arguments = ["compare", SampleRun.Book, "--accelerators", "cpu", "--json"], Folder = place.Path });
        Assert.Equal("", outcome.Error);
        using JsonDocument json = JsonDocument.Parse(outcome.Done());
        Json.HasMembers(json.RootElement, "book", "model", "scenarios", "seed", "loadSeconds", "calibrateSeconds", "rows", "contradictions");
        JsonElement[] rows = [.. json.RootElement.GetProperty("rows").EnumerateArray()];
        Assert.Equal(["double", "mixed"], rows.Select(row => row.GetProperty("precision").GetString()));
        Json.HasMembers(rows[0], "accelerator", "description", "precision", "bitExact", "buildSeconds", "seconds", "pricesPerSecond", "digest", "ulps", "difference", "equal", "failure");
        Json.HasMembers(rows[0].GetProperty("seconds"), "scenarios", "revaluation", "aggregation", "tail", "measures", "attribution", "total");
        Assert.Equal(sample.Digest, rows[0].GetProperty("digest").GetString());
        Assert.NotEqual(sample.Digest, rows[1].GetProperty("digest").GetString());
        Assert.Equal(0UL, rows[0].GetProperty("ulps").GetUInt64());
        Assert.Empty(place.Entries());
    }

    [Fact]
    public void Csv_has_a_row_a_run()
    {
        string[] lines = Gpurisk.Run("compare", SampleRun.Book, "--accelerators", "cpu", "--precision", "double", "--threads", "2", "--csv").Done().Split('\n');
        Assert.Equal("accelerator,description,precision,bitExact,buildSeconds,scenarios,revaluation,aggregation,tail,measures,attribution,total,pricesPerSecond,digest,ulps,difference,equal,failure", lines[0]);
        Assert.Matches(@"^cpu,""cpu \(.+, 2 threads\)"",double,true,0,([0-9.E-]+,){7}[0-9.E+]+,[0-9a-f]{64},0,0,true,$", lines[1]);
        Assert.Equal(["", 3], new object[] { lines[2], lines.Length });
    }

    [Fact]
    public void Text_shows_the_beginning_of_the_digest()
    {
        string output = Gpurisk.Run("compare", SampleRun.Book, "--accelerators", "cpu", "--scenarios", "10000", "--seed", "1").Done();
        Assert.Matches($@"\n\s+cpu\s+double\s+bit-exact\s.*\s{sample.Digest[..12]}\s+0\s+0\s+yes\s*\n", output);
        Assert.Matches(@"\n\s+cpu\s+mixed\s+bit-exact\s", output);
    }

    [Fact]
    public void Settings_change_the_digest()
    {
        using JsonDocument json = JsonDocument.Parse(Gpurisk.Run("compare", SampleRun.Book, "--accelerators", "cpu", "--seed", "2", "--json").Done());
        Assert.NotEqual(sample.Digest, json.RootElement.GetProperty("rows")[0].GetProperty("digest").GetString());
        Assert.Equal(2UL, json.RootElement.GetProperty("seed").GetUInt64());
    }

    [Fact]
    public void A_device_that_is_not_there_is_an_error()
    {
        Outcome outcome = Gpurisk.Run("compare", SampleRun.Book, "--accelerators", "cpu,opencl:999");
        Assert.Equal((1, "gpurisk: opencl:999: there is no such device; gpurisk devices lists them.\n", ""), (outcome.ExitCode, outcome.Error, outcome.Output));
    }
}

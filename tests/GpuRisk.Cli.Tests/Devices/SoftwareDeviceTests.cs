using System.Text.Json;
using GpuRisk.TestSupport.Devices;

namespace GpuRisk.Cli.Tests.Devices;

/// <summary>The product on devices in software: the same digest as on the processor.</summary>
public sealed class SoftwareDeviceTests(SampleRun sample) : IClassFixture<SampleRun>, IDisposable
{
    private const string Chain = "deribit-chains-2026/deribit_options_snapshot_20251230T173115Z.csv";
    private const string Bitcoin = "crypto-ohlc-yahoo/BTC-USD.csv";
    private const string Ether = "crypto-ohlc-yahoo/ETH-USD.csv";

    /// <summary>Where every access is checked, which is some hundred times slower.</summary>
    private const string CheckedScenarios = "96";

    private readonly TemporaryFolder place = new();

    public enum Software
    {
        Pocl,
        Cuda,
        Oclgrind,
    }

    [Theory]
    [InlineData(Software.Pocl)]
    [InlineData(Software.Cuda)]
    public void The_sample_book_has_the_digest_of_the_processor(Software software)
    {
        SoftwareDevice device = Need(software);
        using JsonDocument json = Run(device, SampleRun.Book);
        Assert.Equal(sample.Digest, json.RootElement.GetProperty("digest").GetString());
        Assert.StartsWith(device.Name + " (", json.RootElement.GetProperty("accelerator").GetString(), StringComparison.Ordinal);
        Outcome verified = Gpurisk.Run(new Start { Arguments = ["verify", sample.Result, "--accelerator", device.Name], Environment = device.Variables });
        verified.Done();
    }

    [Theory]
    [InlineData(Software.Pocl, "--precision mixed")]
    [InlineData(Software.Cuda, "--precision mixed")]
    [InlineData(Software.Pocl, "--model historical")]
    [InlineData(Software.Cuda, "--model historical")]
    [InlineData(Software.Pocl, "--tile 64 --memory 3")]
    [InlineData(Software.Cuda, "--tile 64 --memory 3")]
    [InlineData(Software.Oclgrind, "--scenarios " + CheckedScenarios)]
    [InlineData(Software.Oclgrind, "--scenarios " + CheckedScenarios + " --precision mixed")]
    public void Other_runs_of_the_sample_agree_as_well(Software software, string options)
    {
        SoftwareDevice device = Need(software);
        string[] more = options.Split(' ');
        using JsonDocument there = Run(device, SampleRun.Book, more), here = Run(null, SampleRun.Book, more);
        Assert.Equal(here.RootElement.GetProperty("digest").GetString(), there.RootElement.GetProperty("digest").GetString());
        Assert.Equal("", Findings());
    }

    [Theory]
    [InlineData(Software.Pocl, "10000")]
    [InlineData(Software.Cuda, "10000")]
    [InlineData(Software.Oclgrind, CheckedScenarios)]
    public void A_real_book_has_the_digest_of_the_processor(Software software, string scenarios)
    {
        SoftwareDevice device = Need(software);
        foreach (string file in new[] { Chain, Bitcoin, Ether })
            Assert.SkipWhen(Places.Missing(file) is not null, Places.Missing(file) ?? "");
        Gpurisk.Run(
            "import", "deribit", Places.Shared(Chain), "--history", $"spot:BTC={Places.Shared(Bitcoin)}", "--history", $"spot:ETH={Places.Shared(Ether)}",
            "--accounts", software == Software.Oclgrind ? "40" : "1000", "--out", place.At("venue")).Done();
        using JsonDocument there = Run(device, place.At("venue"), "--scenarios", scenarios), here = Run(null, place.At("venue"), "--scenarios", scenarios);
        Assert.Equal(here.RootElement.GetProperty("digest").GetString(), there.RootElement.GetProperty("digest").GetString());
        Assert.Equal("", Findings());
    }

    [Fact]
    public void A_comparison_lists_the_processor_and_OpenCL_with_equal_digests()
    {
        SoftwareDevice device = Need(Software.Pocl);
        using JsonDocument json = JsonDocument.Parse(
            Gpurisk.Run(new Start { Arguments = ["compare", SampleRun.Book, "--json"], Environment = device.Variables }).Done());
        JsonElement[] rows = [.. json.RootElement.GetProperty("rows").EnumerateArray().Where(r => r.GetProperty("precision").GetString() == "double")];
        Assert.Equal(["cpu", device.Name], rows.Select(r => r.GetProperty("accelerator").GetString()).Where(n => n == "cpu" || n == device.Name));
        Assert.All(rows, row => Assert.Equal(sample.Digest, row.GetProperty("digest").GetString()));
    }

    public void Dispose() => place.Dispose();

    private SoftwareDevice Need(Software software)
    {
        string missing = "";
        SoftwareDevice? device = software switch
        {
            Software.Pocl => SoftwareDevice.Pocl(out missing),
            Software.Cuda => SoftwareDevice.Cuda(out missing),
            _ => SoftwareDevice.Oclgrind(place.At("findings"), out missing),
        };
        Assert.SkipWhen(device is null, missing);
        return device;
    }

    /// <summary>What the checking device wrote down.</summary>
    private string Findings() => File.Exists(place.At("findings")) ? File.ReadAllText(place.At("findings")) : "";

    /// <param name="device">Null: the processor.</param>
    private JsonDocument Run(SoftwareDevice? device, string book, params string[] more) => JsonDocument.Parse(Gpurisk.Run(new Start
    {
        Arguments = ["run", book, "--accelerator", device?.Name ?? "cpu", "--out", place.At("result"), "--json", .. more],
        Environment = device?.Variables ?? new Dictionary<string, string>(),
    }).Done());
}

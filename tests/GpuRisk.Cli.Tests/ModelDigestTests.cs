using System.Text.Json;
using GpuRisk.TestSupport.Devices;

namespace GpuRisk.Cli.Tests;

/// <summary>Every scenario model and every way to sample it, on vectors of another width, through OpenCL and through the PTX: the same digest.</summary>
public sealed class ModelDigestTests : IDisposable
{
    private const string Scenarios = "512";

    private readonly TemporaryFolder place = new();

    public static TheoryData<string, string> Runs => new()
    {
        { "gaussian", "" },
        { "gaussian", "\"horizonDays\": 3, \"horizon\": \"path\"," },
        { "student-t", "" },
        { "student-t", "\"studentT\": { \"marginals\": true }," },
        { "historical", "\"horizonDays\": 5, \"overlapping\": false," },
        { "filtered-historical", "\"horizonDays\": 3, \"revolatilisation\": \"mid\"," },
        { "stressed", "\"stressed\": { \"days\": 120, \"model\": \"filtered-historical\" }," },
        { "mixture", "\"mixture\": [{ \"model\": \"student-t\", \"weight\": 0.5 }, { \"model\": \"historical\", \"weight\": 0.5 }]," },
        { "gaussian", "\"sampling\": { \"method\": \"antithetic\" }," },
        { "student-t", "\"sampling\": { \"method\": \"quasi-random\" }," },
        { "gaussian", "\"net\": true, \"sampling\": { \"method\": \"importance\" }," },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_model_has_one_digest_whatever_computes_it(string model, string simulation)
    {
        string book = Book(model, simulation);
        string expected = Digest(book, "cpu", new Dictionary<string, string>());

        Assert.Equal(expected, Digest(book, "cpu", new Dictionary<string, string> { ["DOTNET_EnableAVX512"] = "0" }));
        Assert.Equal(expected, Digest(book, "cpu", new Dictionary<string, string> { ["DOTNET_EnableHWIntrinsic"] = "0" }));
        foreach (SoftwareDevice device in Devices())
            Assert.Equal(expected, Digest(book, device.Name, device.Variables));
    }

    public void Dispose() => place.Dispose();

    private static SoftwareDevice[] Devices()
    {
        SoftwareDevice? pocl = SoftwareDevice.Pocl(out string noPocl);
        Assert.SkipWhen(pocl is null, noPocl);
        SoftwareDevice? cuda = SoftwareDevice.Cuda(out string noCuda);
        Assert.SkipWhen(cuda is null, noCuda);
        return [pocl, cuda];
    }

    private string Book(string model, string simulation)
    {
        string book = place.At("book");
        Directory.CreateDirectory(book);
        foreach (string file in Directory.EnumerateFiles(SampleRun.Book))
            File.Copy(file, Path.Combine(book, Path.GetFileName(file)));
        if (simulation.Contains("horizonDays", StringComparison.Ordinal))
            SoundBook.Spoil(book, "book.json", "\"horizonDays\": 1,", "");
        SoundBook.Spoil(book, "book.json", "\"model\": \"gaussian\",", $"\"model\": \"{model}\", {simulation}");
        return book;
    }

    private string Digest(string book, string device, IReadOnlyDictionary<string, string> environment)
    {
        bool drawn = !File.ReadAllText(Path.Combine(book, "book.json")).Contains("\"historical\", \"horizonDays\"", StringComparison.Ordinal);
        string[] scenarios = drawn ? ["--scenarios", Scenarios] : [];
        using JsonDocument json = JsonDocument.Parse(Gpurisk.Run(new Start
        {
            Arguments = ["run", book, "--accelerator", device, "--out", place.At("result"), "--json", .. scenarios],
            Environment = environment,
        }).Done());
        return json.RootElement.GetProperty("digest").GetString()!;
    }
}

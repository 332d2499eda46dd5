using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using GpuRisk.TestSupport.Devices;

namespace GpuRisk.Cli.Tests;

/// <summary>The sample book run once with everything kept.</summary>
public sealed class KeptRun : IDisposable
{
    private readonly TemporaryFolder place = new();

    public KeptRun()
    {
        Gpurisk.Run(["run", SampleRun.Book, "--out", Result, .. Keep]).Done();
    }

    public static string[] Keep { get; } = ["--keep-pnl", "--keep-scenarios"];

    public string Result => place.At("result");

    public static string[] Tables(string result) =>
        [.. Directory.GetFiles(result, "*.arrow").Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)} {Hash(file)}")];

    public static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    public void Dispose() => place.Dispose();
}

/// <summary><c>pnl.arrow</c> and <c>scenarios.arrow</c>, and that no table depends on how or where a run was computed.</summary>
public sealed class KeptTableTests(KeptRun kept) : IClassFixture<KeptRun>, IDisposable
{
    private readonly TemporaryFolder place = new();

    public enum Software
    {
        Pocl,
        Cuda,
    }

    [Theory]
    [InlineData("--threads 1")]
    [InlineData("--threads 3 --tile 32")]
    [InlineData("--memory 2")]
    [InlineData("--accelerator cpu --tile 64 --memory 3")]
    public void How_a_run_is_cut_up_does_not_change_a_byte_of_any_table(string options)
    {
        Gpurisk.Run(["run", SampleRun.Book, "--out", place.At("result"), .. KeptRun.Keep, .. options.Split(' ')]).Done();
        Assert.Equal(
            ["components.arrow", "greeks.arrow", "instruments.arrow", "margin.arrow", "measures.arrow", "pnl.arrow", "scenarios.arrow", "tail.arrow"],
            KeptRun.Tables(kept.Result).Select(table => table.Split(' ')[0]));
        Assert.Equal(KeptRun.Tables(kept.Result), KeptRun.Tables(place.At("result")));
    }

    [Theory]
    [InlineData(Software.Pocl)]
    [InlineData(Software.Cuda)]
    public void The_device_does_not_change_a_byte_of_any_table(Software software)
    {
        string missing;
        SoftwareDevice? device = software == Software.Pocl ? SoftwareDevice.Pocl(out missing) : SoftwareDevice.Cuda(out missing);
        Assert.SkipWhen(device is null, missing);
        Gpurisk.Run(new Start
        {
            Arguments = ["run", SampleRun.Book, "--accelerator", device.Name, "--out", place.At("result"), "--memory", "3", .. KeptRun.Keep],
            Environment = device.Variables,
        }).Done();
        Assert.Equal(KeptRun.Tables(kept.Result), KeptRun.Tables(place.At("result")));
    }

    [Fact]
    public void Profits_are_those_whose_worst_are_the_tails()
    {
        ILookup<string, string[]> tails = ArrowRows.Of(Path.Combine(kept.Result, "tail.arrow")).Select(row => row.Split('|')).ToLookup(row => row[0]);
        string[] rows = ArrowRows.Of(Path.Combine(kept.Result, "pnl.arrow"));
        Assert.Equal(ArrowRows.Of(Path.Combine(kept.Result, "margin.arrow")).Select(row => row.Split('|')[0]), rows.Select(row => row.Split('|')[0]));
        foreach (string[] row in rows.Select(row => row.Split('|')))
        {
            double[] losses = [.. row[1].Split(' ').Select(profit => -double.Parse(profit, CultureInfo.InvariantCulture))];
            Assert.Equal(10_000, losses.Length);
            string[][] tail = [.. tails[row[0]]];
            Assert.Equal(
                Enumerable.Range(0, losses.Length).OrderByDescending(s => losses[s]).ThenBy(s => s).Take(tail.Length).Select(s => (s, losses[s])),
                tail.Select(worst => (int.Parse(worst[2], CultureInfo.InvariantCulture), double.Parse(worst[3], CultureInfo.InvariantCulture))));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("--precision mixed")]
    public void Scenarios_that_were_kept_can_be_given_to_another_run_which_has_the_same_bits(string options)
    {
        string[] more = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string scenarios = Path.Combine(kept.Result, "scenarios.arrow");
        string given = Digest(["--scenarios", scenarios, .. KeptRun.Keep, .. more]);
        string[] tables = KeptRun.Tables(place.At("result"));
        Gpurisk.Run("verify", place.At("result")).Done();
        Assert.Equal(Digest([.. KeptRun.Keep, .. more]), given);
        Assert.Equal(KeptRun.Tables(place.At("result")), tables);
    }

    [Fact]
    public void Scenarios_of_the_history_keep_their_names()
    {
        string book = SoundBook.WriteTo(place);
        Gpurisk.Run("run", book, "--out", place.At("result"), "--model", "historical", "--keep-scenarios").Done();
        string[] rows = ArrowRows.Of(place.At("result", "scenarios.arrow"));
        Assert.Equal(5, rows.Length);
        Assert.Equal(5, rows.Select(row => row.Split('|')[0]).Where(name => name.StartsWith("2026-01-", StringComparison.Ordinal)).Distinct().Count());
        Assert.Contains(rows, row => row.Split('|')[1] == Math.Log(93_500.0 / 93_100).ToString("R", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_result_without_the_options_has_neither_table_and_takes_the_place_of_one_that_has_both()
    {
        string book = SoundBook.WriteTo(place);
        Gpurisk.Run(["run", book, "--out", place.At("result"), .. KeptRun.Keep]).Done();
        Assert.Equal(8, KeptRun.Tables(place.At("result")).Length);
        Gpurisk.Run("run", book, "--out", place.At("result")).Done();
        Assert.Equal(6, KeptRun.Tables(place.At("result")).Length);
    }

    [Fact]
    public void A_profit_that_was_edited_is_found()
    {
        string book = SoundBook.WriteTo(place);
        Gpurisk.Run("run", book, "--out", place.At("result"), "--keep-pnl").Done();
        string pnl = place.At("result", "pnl.arrow");
        byte[] bytes = File.ReadAllBytes(pnl);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(pnl, bytes);
        Outcome outcome = Gpurisk.Run("verify", place.At("result"));
        Assert.Equal((1, $"{pnl}:1:1: the file has changed; expected the SHA-256 and size of the manifest"), (outcome.ExitCode, outcome.ErrorLines[0]));
    }

    /// <summary>A limit on the length of files stands in for a disk that is full.</summary>
    [Theory]
    [InlineData("--keep-pnl", "pnl.arrow cannot be written (")]
    [InlineData("--keep-scenarios", "cannot be written (the file is longer than the file system allows); a writable place with enough room is expected")]
    [InlineData("", "cannot be written (the file is longer than the file system allows); a writable place with enough room is expected")]
    public void What_the_disk_does_not_take_is_one_clear_line_and_leaves_nothing(string option, string message)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Limits are set as on Linux.");
        const int blocks = 512; // Of 512 bytes.
        Outcome outcome = Gpurisk.Run(new Start
        {
            Program = "/bin/sh",
            Arguments =
            [
                "-c", $"trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"", Gpurisk.Path, "run", SampleRun.Book, "--out", place.At("result"),
                .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            ],
            // The runtime's own memory for code would be such a file.
            Environment = new Dictionary<string, string> { ["DOTNET_EnableWriteXorExecute"] = "0" },
        });
        Assert.Equal((3, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(message, Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.StartsWith(place.At("result") + ": ", outcome.ErrorLines[0], StringComparison.Ordinal);
        Assert.Empty(place.Entries());
    }

    public void Dispose() => place.Dispose();

    private string Digest(string[] options)
    {
        using JsonDocument json = JsonDocument.Parse(Gpurisk.Run(["run", SampleRun.Book, "--out", place.At("result"), "--json", .. options]).Done());
        return json.RootElement.GetProperty("digest").GetString()!;
    }
}

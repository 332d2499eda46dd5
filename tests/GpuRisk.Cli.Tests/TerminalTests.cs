namespace GpuRisk.Cli.Tests;

/// <summary>What a person sees: the program on a pseudo-terminal of a given width.</summary>
public sealed class TerminalTests : IDisposable
{
    private const string Recorder = "/usr/bin/script";

    private readonly TemporaryFolder place = new();

    [Theory]
    [InlineData(80, "Excess")]
    [InlineData(140, "ES 99 %")]
    [InlineData(200, "VaR 99 % [95 % interval]        ES 99 % ± se")]
    public void The_table_of_accounts_fits_the_terminal(int columns, string lastHeader)
    {
        string[] lines = Screen(columns, $"'{Gpurisk.Path}' run '{SampleRun.Book}' --out '{place.At("result")}'");
        int rule = Array.FindIndex(lines, line => line.StartsWith('─'));
        Assert.InRange(lines[rule].Length, 40, columns);
        Assert.EndsWith(lastHeader, lines[rule - 1].TrimEnd(), StringComparison.Ordinal);
        string[] rows = lines[(rule + 1)..(rule + 21)];
        Assert.All(rows, row => Assert.Equal(lines[rule].Length, row.Length));
        Assert.All(rows, row => Assert.Matches(@"^  [a-z]+-\d{4} +[\d,]+\.\d\d ", row));
        Assert.Contains(lines, line => line.StartsWith("result        ", StringComparison.Ordinal));
    }

    [Fact]
    public void Progress_rewrites_one_line_that_is_gone_in_the_end()
    {
        string raw = Raw(80, $"'{Gpurisk.Path}' run '{SampleRun.Book}' --out '{place.At("result")}'");
        string before = raw[..raw.IndexOf("sample: 60 accounts", StringComparison.Ordinal)];
        Assert.Contains("simulating 0 of 10,000 scenarios ...", before, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', before);
        Assert.EndsWith("\r\u001b[K", before, StringComparison.Ordinal);
        Assert.All(before.Split("\r\u001b[K"), text => Assert.InRange(text.Length, 0, 80));
    }

    [Fact]
    public void Json_to_a_file_is_json_though_progress_is_on_the_terminal()
    {
        Raw(80, $"'{Gpurisk.Path}' run '{SampleRun.Book}' --out '{place.At("result")}' --json > '{place.At("out.json")}'");
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(place.At("out.json")));
        Assert.Equal(60, json.RootElement.GetProperty("accounts").GetArrayLength());
    }

    public void Dispose() => place.Dispose();

    private static string Raw(int columns, string command)
    {
        Assert.SkipUnless(File.Exists(Recorder), $"{Recorder}, which makes a pseudo-terminal, is not installed.");
        return Gpurisk.Run(new Start
        {
            Program = Recorder,
            Arguments = ["-qec", $"stty cols {columns} rows 50; {command}", "/dev/null"],
            Environment = new Dictionary<string, string> { ["TERM"] = "xterm", ["SHELL"] = "/bin/sh" },
        }).Done();
    }

    /// <summary>The lines without terminal codes.</summary>
    private static string[] Screen(int columns, string command) =>
    [
        .. System.Text.RegularExpressions.Regex.Replace(Raw(columns, command), @"\u001b(\[[0-9;?]*[A-Za-z]|=|>)", "").Split("\r\n"),
    ];
}

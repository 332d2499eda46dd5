using System.Globalization;
using System.Text.Json;

namespace GpuRisk.Cli.Tests;

/// <summary>What a run of the sample book prints and writes.</summary>
public sealed class RunTests(SampleRun sample) : IClassFixture<SampleRun>
{
    private static readonly string[] ResultFiles =
        ["components.arrow", "greeks.arrow", "instruments.arrow", "manifest.json", "margin.arrow", "margin.csv", "measures.arrow", "model.json", "report.html", "tail.arrow"];

    [Fact]
    public void A_run_prints_margins_and_writes_every_file_of_the_result()
    {
        string output = sample.Text.Done();
        Assert.Contains("sample: 60 accounts, 250 instruments, 572 positions as of 2026-06-30 08:00 UTC\n", output, StringComparison.Ordinal);
        Assert.Contains($"digest        {sample.Digest}\n", output, StringComparison.Ordinal);
        Assert.Contains($"result        {Path.Combine(sample.Result, "report.html")}\n", output, StringComparison.Ordinal);
        Assert.Contains("margin = ES 99 % + 1.64 x its standard error\n", output, StringComparison.Ordinal);
        Assert.Equal(ResultFiles, Directory.GetFileSystemEntries(sample.Result).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal([Path.GetFileName(sample.Result)], Directory.GetFileSystemEntries(Path.GetDirectoryName(sample.Result)!).Select(Path.GetFileName));
        Assert.All(ResultFiles, file => Assert.NotEqual(0, new FileInfo(Path.Combine(sample.Result, file)).Length));
    }

    [Fact]
    public void Output_to_a_file_has_no_terminal_codes_and_a_short_run_says_nothing_on_standard_error()
    {
        Assert.Equal("", sample.Text.Error);
        Assert.Equal("", sample.JsonOutcome.Error);
        Assert.DoesNotContain('\u001b', sample.Text.Output);
        Assert.DoesNotContain('\r', sample.Text.Output);
        Assert.DoesNotContain('\u001b', sample.JsonOutcome.Output);
    }

    [Fact]
    public void The_table_of_accounts_is_aligned_and_holds_the_largest_margins_in_order()
    {
        string[] lines = sample.Text.OutputLines;
        int rule = Array.FindIndex(lines, line => line.StartsWith('─'));
        string[] table = [lines[rule - 1], .. lines[(rule + 1)..(rule + 21)]];
        Assert.All(table, row => Assert.Equal(lines[rule].Length, row.Length));
        Assert.StartsWith("  Account  ", table[0], StringComparison.Ordinal);
        double[] margins = [.. table[1..].Select(row => double.Parse(row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture))];
        Assert.Equal(margins.OrderDescending(), margins);
        Assert.Contains("  ... and 40 more accounts in margin.csv and report.html", lines);
    }

    /// <summary>Other programs are built on these names: members may be added, never renamed.</summary>
    [Fact]
    public void Json_has_the_documented_members()
    {
        JsonElement root = sample.Json.RootElement;
        Json.HasMembers(root, "digest", "result", "accelerator", "precision", "model", "scenarios", "seed", "complete", "seconds", "pricesPerSecond", "accounts");
        Json.HasMembers(root.GetProperty("seconds"), "load", "calibrate", "scenarios", "revaluation", "aggregation", "tail", "measures", "attribution", "total");
        Assert.Equal(60, root.GetProperty("accounts").GetArrayLength());
        foreach (JsonElement account in root.GetProperty("accounts").EnumerateArray())
        {
            Json.HasMembers(account, "account", "margin", "measures", "components", "collateral", "excess", "greeks", "greeksTotal");
            Assert.Equal(account.GetProperty("collateral").GetDouble() - account.GetProperty("margin").GetDouble(), account.GetProperty("excess").GetDouble());
            foreach (JsonElement measure in account.GetProperty("measures").EnumerateArray())
                Json.HasMembers(measure, "confidence", "estimator", "var", "varLow", "varHigh", "es", "esError");
            foreach (JsonElement component in account.GetProperty("components").EnumerateArray())
                Json.HasMembers(component, "instrument", "underlying", "es");
        }
        Assert.Equal(sample.Result, root.GetProperty("result").GetString());
        Assert.Equal((10_000, 1, true), (root.GetProperty("scenarios").GetInt32(), root.GetProperty("seed").GetInt32(), root.GetProperty("complete").GetBoolean()));
        Assert.Equal(("double", "gaussian-ewma"), (root.GetProperty("precision").GetString(), root.GetProperty("model").GetString()));
        Assert.All(root.GetProperty("seconds").EnumerateObject(), second => Assert.True(second.Value.GetDouble() > 0));
        Assert.True(root.GetProperty("pricesPerSecond").GetDouble() > 0);
    }

    [Fact]
    public void Every_account_has_a_margin_and_measures_that_are_in_order()
    {
        foreach (JsonElement account in sample.Json.RootElement.GetProperty("accounts").EnumerateArray())
        {
            JsonElement[] measures = [.. account.GetProperty("measures").EnumerateArray()];
            Assert.Equal([0.975, 0.99], measures.Select(m => m.GetProperty("confidence").GetDouble()));
            Assert.All(measures, m =>
            {
                Assert.Equal("lower-quantile", m.GetProperty("estimator").GetString());
                Assert.True(m.GetProperty("es").GetDouble() >= m.GetProperty("var").GetDouble());
                Assert.InRange(m.GetProperty("var").GetDouble(), m.GetProperty("varLow").GetDouble(), m.GetProperty("varHigh").GetDouble());
                Assert.True(m.GetProperty("esError").GetDouble() > 0);
            });
            Assert.True(measures[1].GetProperty("var").GetDouble() >= measures[0].GetProperty("var").GetDouble());
            double es = measures[1].GetProperty("es").GetDouble();
            Assert.Equal(es + 1.64 * measures[1].GetProperty("esError").GetDouble(), account.GetProperty("margin").GetDouble(), es * Tolerance.Rounding);
        }
    }

    [Fact]
    public void Components_sum_to_the_expected_shortfall_at_the_margin_s_confidence()
    {
        foreach (JsonElement account in sample.Json.RootElement.GetProperty("accounts").EnumerateArray())
        {
            double[] components = [.. account.GetProperty("components").EnumerateArray().Select(c => c.GetProperty("es").GetDouble())];
            double es = account.GetProperty("measures")[1].GetProperty("es").GetDouble();
            Assert.NotEmpty(components);
            Assert.Equal(es, components.Sum(), components.Sum(Math.Abs) * Tolerance.ComponentSum);
        }
    }

    [Fact]
    public void The_tables_and_the_manifest_hold_the_figures_of_the_json()
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(sample.Result, "manifest.json")));
        Assert.Equal(sample.Digest, manifest.RootElement.GetProperty("digest").GetString());
        IEnumerable<string> expected = sample.Json.RootElement.GetProperty("accounts").EnumerateArray()
            .Select(a => $"{a.GetProperty("account").GetString()},{Json.Number(a, "margin")}");
        IEnumerable<string> written = File.ReadLines(Path.Combine(sample.Result, "margin.csv")).Skip(1).Select(line => string.Join(',', line.Split(',')[..2]));
        Assert.Equal(expected, written);
        Assert.Contains(sample.Digest, File.ReadAllText(Path.Combine(sample.Result, "report.html")), StringComparison.Ordinal);
    }
}

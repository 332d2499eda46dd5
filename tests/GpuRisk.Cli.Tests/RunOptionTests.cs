using System.Globalization;
using System.Text.Json;

namespace GpuRisk.Cli.Tests;

/// <summary>What the options of <c>run</c> do, on a small book.</summary>
public sealed class RunOptionTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    [Fact]
    public void Without_out_the_result_is_in_results_under_the_book_s_name()
    {
        SoundBook.WriteTo(place);
        string output = Gpurisk.Run(new Start { Arguments = ["run", "book"], Folder = place.Path }).Done();
        Assert.Contains("result        results/book/report.html\n", output, StringComparison.Ordinal);
        Assert.True(File.Exists(place.At("results", "book", "manifest.json")));
        Assert.Equal(["book", "results"], place.Entries());
    }

    [Fact]
    public void A_second_run_replaces_the_first_and_leaves_nothing_beside_it()
    {
        string book = SoundBook.WriteTo(place);
        Gpurisk.Run("run", book, "--out", place.At("result")).Done();
        string first = File.ReadAllText(place.At("result", "margin.csv"));
        Gpurisk.Run("run", book, "--out", place.At("result"), "--seed", "8").Done();
        Assert.NotEqual(first, File.ReadAllText(place.At("result", "margin.csv")));
        Assert.Equal(["book", "result"], place.Entries());
    }

    [Fact]
    public void Accounts_limits_what_is_printed_and_not_what_is_written()
    {
        string book = SoundBook.WriteTo(place);
        using JsonDocument json = RunJson(book, "--accounts", "A2");
        Assert.Equal(["A2"], json.RootElement.GetProperty("accounts").EnumerateArray().Select(a => a.GetProperty("account").GetString()));
        Assert.Equal(["account", "A1", "A2"], File.ReadLines(place.At("result", "margin.csv")).Select(line => line.Split(',')[0]));
        string text = Gpurisk.Run("run", book, "--out", place.At("result"), "--accounts", "A2").Done();
        Assert.Contains("\n  A2 ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n  A1 ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Historical_scenarios_are_the_changes_of_the_history()
    {
        using JsonDocument json = RunJson(SoundBook.WriteTo(place), "--model", "historical");
        Assert.Equal(("historical", 5), (json.RootElement.GetProperty("model").GetString(), json.RootElement.GetProperty("scenarios").GetInt32()));
    }

    [Fact]
    public void A_tail_too_thin_for_its_confidence_is_said()
    {
        using JsonDocument json = RunJson(SoundBook.WriteTo(place), "--scenarios", "100");
        Assert.Contains(
            "the tail beyond 99 % holds 1 of 100 scenarios: its figures are rough, and their errors unreliable or missing",
            json.RootElement.GetProperty("notes").EnumerateArray().Select(n => n.GetString()));
    }

    /// <summary>An account that holds coins alone: its loss in each given scenario is quantity x spot x (1 - exp(shock)).</summary>
    [Fact]
    public void Given_scenarios_are_revalued_as_they_are()
    {
        string book = SoundBook.WriteTo(place);
        SoundBook.Spoil(book, "book.json", "\"confidence\": 0.99, \"report\": [0.95, 0.99]", "\"confidence\": 0.8, \"report\": [], \"modelRiskMultiple\": 0");
        SoundBook.Spoil(book, "positions.csv", "A1,BTC-PERP,100\n", "");
        double[] shocks = [0.02, -0.1, 0.05, -0.3, 0.01, -0.02, 0.3, 0, -0.05, 0.1];
        string file = place.Write("shocks.csv", "scenario,spot:BTC\n" + string.Concat(shocks.Select((s, i) => string.Create(CultureInfo.InvariantCulture, $"day {i},{s}\n"))));

        using JsonDocument json = RunJson(book, "--scenarios", file);

        Assert.Equal(("given", 10), (json.RootElement.GetProperty("model").GetString(), json.RootElement.GetProperty("scenarios").GetInt32()));
        JsonElement measure = json.RootElement.GetProperty("accounts")[0].GetProperty("measures")[0];
        double[] losses = [.. shocks.Select(s => 1.5 * 95_000 * (1 - Math.Exp(s))).Order()];
        Assert.Equal(losses[7], measure.GetProperty("var").GetDouble(), losses[^1] * Tolerance.Rounding);
        Assert.Equal((losses[8] + losses[9]) / 2, measure.GetProperty("es").GetDouble(), losses[^1] * Tolerance.Rounding);
    }

    [Fact]
    public void A_correlation_that_is_repaired_is_printed_with_its_smallest_eigenvalue_and_the_distance()
    {
        string book = SoundBook.WriteTo(place);
        NotPositiveDefinite.WriteTo(book);
        SoundBook.Spoil(book, "book.json", "\"repair\": \"reject\"", "\"repair\": \"nearest\"");
        string output = Gpurisk.Run("run", book, "--out", place.At("result")).Done();
        string note = Assert.Single(output.Split('\n'), line => line.Contains("smallest eigenvalue", StringComparison.Ordinal));
        // The eigenvalues of the matrix are 1.9, 1.9 and -0.8. The nearest one has +-0.5 for +-0.9: six entries move by 0.4.
        Assert.Contains("smallest eigenvalue -0.8 before, moved by 0.98 (Frobenius)", note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "run <book>", "calibrate <book>", "price <book>", "verify <result>", "devices", "compare <book>", "sample <folder>", "import", "Exit codes:  0 done, 1 failed")]
    [InlineData("run --help", "--scenarios <N|FILE>", "--seed <N>", "--horizon <N>", "--model <NAME|FILE>", "--sampling <plain|antithetic|quasi-random|importance>", "--net", "--account <NAME>", "--out <DIR>", "--accounts <LIST>", "--keep-pnl", "--keep-scenarios", "--json", "--accelerator <auto|cpu|opencl[:n]|cuda[:n]>", "--precision <double|mixed>", "--threads <N>", "--tile <N>", "--memory <N>")]
    [InlineData("calibrate --help", "<book>", "--model <gaussian|student-t|historical|filtered-historical|stressed|mixture>", "--horizon <N>", "--out <FILE>", "--json", "--accelerator")]
    [InlineData("price --help", "<book>", "--json")]
    [InlineData("verify --help", "<result>", "--book <DIR>", "--shocks <FILE>", "--model <FILE>", "--json", "--threads <N>")]
    [InlineData("devices --help", "--json")]
    [InlineData("compare --help", "<book>", "--accelerators <LIST>", "--precision <double|mixed>", "--scenarios <N|FILE>", "--seed <N>", "--model <NAME|FILE>", "--horizon <N>", "--sampling", "--threads <N>", "--memory <N>", "--json", "--csv")]
    [InlineData("sample --help", "<folder>", "--accounts <N>", "--instruments <N>", "--history <N>", "--underlyings <N>", "--seed <N>")]
    [InlineData("import deribit --help", "<chain>", "--history <FACTOR=FILE> (REQUIRED)", "--out <DIR> (REQUIRED)", "--accounts <N>", "--currency <NAME>", "--missing <reject|drop>")]
    public void Help_names_every_command_and_option(string arguments, params string[] expected)
    {
        string output = Gpurisk.Run(arguments.Split(' ')).Done();
        Assert.All(expected, part => Assert.Contains(part, output, StringComparison.Ordinal));
    }

    [Fact]
    public void A_factor_that_never_moved_is_said()
    {
        string book = SoundBook.WriteTo(place);
        File.WriteAllText(place.At("book", "history.csv"), "date,spot:BTC\n2026-01-07,95000\n2026-01-08,95000\n2026-01-09,95000\n2026-01-10,95000\n");
        using JsonDocument json = RunJson(book);
        Assert.Contains(json.RootElement.GetProperty("notes").EnumerateArray(), n => n.GetString()!.StartsWith("constant in the history", StringComparison.Ordinal));
    }

    [Fact]
    public void The_version_is_a_number() => Assert.Matches(@"^\d+\.\d+\.\d+", Gpurisk.Run("--version").Done());

    public void Dispose() => place.Dispose();

    private JsonDocument RunJson(string book, params string[] options)
    {
        Outcome outcome = Gpurisk.Run(["run", book, "--out", place.At("result"), "--json", .. options]);
        Assert.Equal("", outcome.Error);
        return JsonDocument.Parse(outcome.Done());
    }
}

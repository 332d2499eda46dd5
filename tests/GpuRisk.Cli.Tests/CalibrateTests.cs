using System.Text.Json;

namespace GpuRisk.Cli.Tests;

/// <summary><c>gpurisk calibrate</c>, and runs under the model that it writes.</summary>
public sealed class CalibrateTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    /// <summary>And every file of the two results that carries the model is the calibrated one, byte for byte.</summary>
    [Theory]
    [InlineData("gaussian", "1")]
    [InlineData("gaussian", "5")]
    [InlineData("student-t", "1")]
    [InlineData("historical", "5")]
    [InlineData("filtered-historical", "1")]
    [InlineData("filtered-historical", "5")]
    [InlineData("stressed", "1")]
    [InlineData("mixture", "1")]
    public void A_run_under_the_file_of_a_model_has_the_digest_of_the_run_that_calibrates(string model, string horizon)
    {
        string book = SampleWithModels();
        string file = place.At("model.json");
        Gpurisk.Run("calibrate", book, "--model", model, "--horizon", horizon, "--out", file).Done();
        string calibrated = DigestOf(Run(book, "calibrated", "--model", model, "--horizon", horizon));

        string read = DigestOf(Run(book, "read", "--model", file));

        Assert.Equal(calibrated, read);
        Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(place.At("calibrated", "model.json")));
        Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(place.At("read", "model.json")));
    }

    [Fact]
    public void The_table_names_each_factor_its_volatility_and_its_days()
    {
        Outcome outcome = Gpurisk.Run(new Start { Arguments = ["calibrate", SoundBook.WriteTo(place)], Folder = place.Path });
        string output = outcome.Done();
        Assert.StartsWith("desk as of 2026-01-10 00:00 UTC: gaussian-ewma, 2 factors over 1 day\n", output, StringComparison.Ordinal);
        Assert.Matches(@"\n  spot:BTC +0\.\d{6} +0\.\d{6} +EWMA 0\.94 +5 +2026-01-06 +2026-01-10 +\n", output);
        Assert.Contains("\ncorrelation   sample, zero mean, equal weights; 5 returns, 2026-01-06 to 2026-01-10\n", output, StringComparison.Ordinal);
        Assert.EndsWith("\nmodel         book-model.json\n", output, StringComparison.Ordinal);
        Assert.Equal(["book", "book-model.json"], place.Entries());
    }

    [Fact]
    public void What_looks_wrong_in_a_history_is_marked_as_a_warning_by_calibrate_and_by_run()
    {
        string book = SoundBook.WriteTo(place), history = Path.Combine(book, "history.csv");
        File.WriteAllText(history, File.ReadAllText(history).Replace("95500", "9550000", StringComparison.Ordinal));
        Assert.Contains("\nWARNING: spot:BTC changes tenfold", Gpurisk.Run("calibrate", book, "--out", place.At("model.json")).Done(), StringComparison.Ordinal);
        Assert.Contains("\n  WARNING: spot:BTC changes tenfold", Gpurisk.Run("run", book, "--out", place.At("result")).Done(), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_what_the_file_says_without_the_model_itself()
    {
        string book = SoundBook.WriteTo(place);
        using JsonDocument json = JsonDocument.Parse(Gpurisk.Run("calibrate", book, "--out", place.At("model.json"), "--json").Done());
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(place.At("model.json")));
        Json.HasMembers(json.RootElement, "file", "format", "version", "book", "inputs", "settings", "calibration", "sha256");
        Assert.Equal(file.RootElement.GetProperty("sha256").GetString(), json.RootElement.GetProperty("sha256").GetString());
        Assert.Equal(place.At("model.json"), json.RootElement.GetProperty("file").GetString());
        Assert.True(JsonElement.DeepEquals(file.RootElement.GetProperty("calibration"), json.RootElement.GetProperty("calibration")));
    }

    [Fact]
    public void Another_file_is_not_overwritten_and_a_model_is_replaced()
    {
        string book = SoundBook.WriteTo(place);
        string notes = place.Write("notes.txt", "mine");
        Refusal.IsBadInput(Gpurisk.Run("calibrate", book, "--out", notes), "notes.txt: exists and is no model; a new file, or a model that is replaced, is expected");
        Assert.Equal("mine", File.ReadAllText(notes));
        Gpurisk.Run("calibrate", book, "--out", place.At("model.json")).Done();
        Gpurisk.Run("calibrate", book, "--out", place.At("model.json"), "--horizon", "3").Done();
        Assert.Contains("\"horizonDays\": 3", File.ReadAllText(place.At("model.json")), StringComparison.Ordinal);
        Assert.Equal(["book", "model.json", "notes.txt"], place.Entries());
    }

    [Fact]
    public void The_horizon_is_the_model_s()
    {
        string book = SoundBook.WriteTo(place), file = place.At("model.json");
        Gpurisk.Run("calibrate", book, "--out", file, "--horizon", "10").Done();
        Refusal.IsBadUsage(
            Gpurisk.Run("run", book, "--model", file, "--horizon", "5", "--out", place.At("result")),
            $"--horizon 5: the model of {file} is over a horizon of 10 days; leave --horizon out, or calibrate a model with it.");
        Assert.Contains(" over 10 days, seed 7", Gpurisk.Run("run", book, "--model", file, "--horizon", "10", "--out", place.At("result")).Done(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_another_day_book_and_history_is_used_and_said()
    {
        string book = SoundBook.WriteTo(place), file = place.At("model.json");
        Gpurisk.Run("calibrate", book, "--out", file).Done();
        SoundBook.Spoil(book, "book.json", "\"desk\"", "\"other\"");
        SoundBook.Spoil(book, "book.json", "2026-01-10T00:00:00Z", "2026-01-12T00:00:00Z");
        File.WriteAllText(Path.Combine(book, "history.csv"), "date,spot:BTC,rate:USD\n2026-01-09,95000,0.04\n2026-01-10,95500,0.04\n2026-01-11,96000,0.04\n");
        using JsonDocument json = Run(book, "result", "--model", file);
        Assert.Equal(
            [
                "model: read from model.json, calibrated for desk as of 2026-01-10 00:00 UTC", "model: 2 days before the book's as-of instant",
                "model: calibrated from another history.csv than the book's", "model: does not move rate:USD of the book's history",
            ],
            json.RootElement.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!).Where(note => note.StartsWith("model: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_model_without_the_book_s_spot_or_with_damage_is_refused()
    {
        string book = SoundBook.WriteTo(place), file = place.At("model.json");
        foreach ((string name, string sound) in SoundBook.Files)
            File.WriteAllText(Path.Combine(book, name), sound.Replace("BTC", "ETH", StringComparison.Ordinal));
        Gpurisk.Run("calibrate", book, "--out", file).Done();
        SoundBook.WriteTo(place);
        string text = File.ReadAllText(file);
        Refusal.IsBadInput(Gpurisk.Run("run", book, "--model", file, "--out", place.At("result")), "model.json:1:1: the model has no factor spot:BTC");
        File.WriteAllText(file, text.Replace("\"horizonDays\": 1", "\"horizonDays\": 2", StringComparison.Ordinal));
        Refusal.IsBadInput(
            Gpurisk.Run("run", book, "--model", file, "--out", place.At("result")),
            $"model.json:{text.Split('\n').Length - 2}:13: the file is not as gpurisk calibrate wrote it; expected its SHA-256 ");
        File.WriteAllText(file, text.Replace("\"type\": \"elliptical\"", "\"type\": \"levy\"", StringComparison.Ordinal));
        Refusal.IsBadInput(Gpurisk.Run("run", book, "--model", file, "--out", place.At("result")), "model.json:");
        Refusal.IsBadInput(Gpurisk.Run("run", book, "--model", place.At("none.json"), "--out", place.At("result")), "none.json:1:1: the file is missing");
        Assert.Equal(["book", "model.json"], place.Entries());
    }

    [Fact]
    public void A_result_of_a_model_s_file_is_verified_where_the_file_is_now()
    {
        string book = SoundBook.WriteTo(place), file = place.At("model.json"), result = place.At("result");
        Gpurisk.Run("calibrate", book, "--out", file, "--horizon", "2").Done();
        Run(book, "result", "--model", file, "--seed", "5").Dispose();
        Assert.Contains("\nverified: ", Gpurisk.Run("verify", result).Done(), StringComparison.Ordinal);

        File.Move(file, place.At("moved.json"));
        Refusal.IsBadInput(Gpurisk.Run("verify", result), "model.json:1:1: the file cannot be read; expected the file that the manifest records");
        Assert.Contains("\nverified: ", Gpurisk.Run("verify", result, "--model", place.At("moved.json")).Done(), StringComparison.Ordinal);
        File.WriteAllText(place.At("moved.json"), File.ReadAllText(place.At("moved.json")).Replace("0.94", "0.95", StringComparison.Ordinal));
        Refusal.IsBadInput(Gpurisk.Run("verify", result, "--model", place.At("moved.json")), "moved.json:1:1: the file has changed");

        Run(book, "plain").Dispose();
        Refusal.IsBadUsage(
            Gpurisk.Run("verify", place.At("plain"), "--model", place.At("moved.json")),
            $"--model {place.At("moved.json")}: the result was computed without such a file; leave it out.");
    }

    [Theory]
    [InlineData("--net", "net")]
    [InlineData("--account A2", "A2")]
    public void One_account_or_the_whole_book_is_computed_and_verified(string options, string account)
    {
        string book = SoundBook.WriteTo(place);
        using JsonDocument json = Run(book, "result", options.Split(' '));
        Assert.Equal([account], json.RootElement.GetProperty("accounts").EnumerateArray().Select(item => item.GetProperty("account").GetString()));
        Assert.Contains("\nverified: ", Gpurisk.Run("verify", place.At("result")).Done(), StringComparison.Ordinal);
    }

    /// <summary>An account's figures do not depend on who else is in the book.</summary>
    [Fact]
    public void One_account_alone_has_the_margin_that_it_has_among_the_others()
    {
        string book = SoundBook.WriteTo(place);
        using JsonDocument all = Run(book, "all"), one = Run(book, "one", "--account", "A2");
        Assert.Equal(
            all.RootElement.GetProperty("accounts")[1].GetProperty("margin").GetRawText(), one.RootElement.GetProperty("accounts")[0].GetProperty("margin").GetRawText());
    }

    [Theory]
    [InlineData("antithetic", "antithetic")]
    [InlineData("quasi-random", "quasi-random, 16 randomisations")]
    [InlineData("importance", "importance")]
    public void The_second_line_names_the_model_and_the_sampling(string method, string words)
    {
        string book = SoundBook.WriteTo(place);
        string output = Gpurisk.Run("run", book, "--net", "--sampling", method, "--out", place.At("result")).Done();
        Assert.StartsWith($"gaussian-ewma, 500 scenarios over 1 day, seed 7, {words}, double precision on ", output.Split('\n')[1], StringComparison.Ordinal);
        Assert.Contains("\nverified: ", Gpurisk.Run("verify", place.At("result")).Done(), StringComparison.Ordinal);
    }

    public void Dispose() => place.Dispose();

    private static string DigestOf(JsonDocument run)
    {
        using (run)
            return run.RootElement.GetProperty("digest").GetString()!;
    }

    /// <summary>The sample book with a window of stress to search and the parts of a mixture.</summary>
    private string SampleWithModels()
    {
        string book = place.At("book");
        Directory.CreateDirectory(book);
        foreach (string file in Directory.EnumerateFiles(SampleRun.Book))
            File.Copy(file, Path.Combine(book, Path.GetFileName(file)));
        SoundBook.Spoil(book, "book.json", "\"seed\": 1,", """
            "seed": 1, "stressed": { "days": 120 },
                "mixture": [{ "model": "gaussian", "weight": 0.6 }, { "model": "filtered-historical", "weight": 0.4 }],
            """);
        return book;
    }

    private JsonDocument Run(string book, string result, params string[] options) =>
        JsonDocument.Parse(Gpurisk.Run(["run", book, "--out", place.At(result), "--json", .. options]).Done());
}

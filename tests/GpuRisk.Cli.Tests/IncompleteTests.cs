using System.Text.Json;

namespace GpuRisk.Cli.Tests;

/// <summary>Books that can be read and yet not be priced in full.</summary>
public sealed class IncompleteTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    [Fact]
    public void An_instrument_without_a_value_is_named_and_the_run_says_that_it_is_incomplete()
    {
        string book = SoundBook.WriteTo(place);
        SoundBook.Spoil(book, "market.csv", "volatility,BTC-C,,0.6", "volatility,BTC-C,,1e300");
        Outcome text = Run("run", "book", "--out", "result");
        Assert.Equal(1, text.ExitCode);
        Assert.Contains("NOT PRICED: BTC-C: its value today is not a finite number", text.Output, StringComparison.Ordinal);
        Assert.Contains("INCOMPLETE", text.Output, StringComparison.Ordinal);
        Outcome json = Run("run", "book", "--out", "result", "--json");
        using JsonDocument document = JsonDocument.Parse(json.Output);
        Assert.Equal((1, false), (json.ExitCode, document.RootElement.GetProperty("complete").GetBoolean()));
        Assert.Equal(1, Run("price", "book").ExitCode);
        Assert.Contains("BTC-C|BTC|" + new string('|', 10), ArrowRows.Of(place.At("result", "instruments.arrow")));
        Assert.All(ArrowRows.Of(place.At("result", "greeks.arrow")), row => Assert.DoesNotContain("||", row, StringComparison.Ordinal));
    }

    [Fact]
    public void Losses_beyond_numbers_fail_the_run_and_write_nothing()
    {
        string book = SoundBook.WriteTo(place);
        SoundBook.Spoil(book, "positions.csv", "A1,BTC,1.5", "A1,BTC,1e15");
        SoundBook.Spoil(book, "market.csv", "spot,BTC,,95000", "spot,BTC,,1e300");
        Outcome outcome = Run("run", "book", "--out", "result");
        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("gpurisk: account A1: its ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["book"], place.Entries());
    }

    [Fact]
    public void Options_that_given_scenarios_leave_without_effect_are_refused()
    {
        SoundBook.WriteTo(place);
        File.WriteAllText(place.At("shocks.csv"), "scenario,spot:BTC\na,0.1\nb,-0.1\n");
        Refusal.IsBadUsage(
            Run("run", "book", "--scenarios", "shocks.csv", "--model", "gaussian", "--horizon", "10"),
            "--model, --horizon would have no effect: the scenarios of a file are taken as they are; leave them out.");
        Assert.Contains("\ngiven, 2 scenarios, double precision on ", Run("run", "book", "--scenarios", "shocks.csv").Done(), StringComparison.Ordinal);
        Assert.Contains(" scenarios over 1 day, double precision on ", Run("run", "book", "--model", "historical").Done(), StringComparison.Ordinal);
    }

    /// <summary>The margins of this book fit 44 MiB, and the losses of an account beside them do not.</summary>
    [Fact]
    public void A_finished_run_is_not_lost_over_a_picture_that_does_not_fit()
    {
        SoundBook.WriteTo(place);
        string output = Run("run", "book", "--out", "result", "--scenarios", "300000", "--tile", "300000", "--threads", "1", "--memory", "44").Done();
        Assert.Contains("  loss distributions: 0 of 2 shown, for the memory budget has no room for more; raise --memory\n", output, StringComparison.Ordinal);
        Assert.True(File.Exists(place.At("result", "report.html")));
        Assert.DoesNotContain("loss distributions:", Run("run", "book", "--out", "result").Done(), StringComparison.Ordinal);
    }

    public void Dispose() => place.Dispose();

    private Outcome Run(params string[] arguments) => Gpurisk.Run(new Start { Arguments = arguments, Folder = place.Path });
}

using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Simulation.Revaluation;

namespace GpuRisk.Simulation.Tests;

/// <summary>An instrument that has no value is named and counts for nothing; everything else is as without it.</summary>
public sealed class PricingFailureTests
{
    private static readonly DateTimeOffset Expiry = BookBuilder.AsOf.AddDays(30);

    public static TheoryData<string> Bad { get; } = ["overflow option", "overflow spot", "overflow inverse", "expired", "expiring now", "no deviation"];

    [Theory, MemberData(nameof(Bad))]
    public void It_is_named_and_the_rest_is_right(string name)
    {
        Book without = Build(null);
        Book with = Build(name);
        InstrumentTable table = InstrumentCompiler.Compile(with, MixedBook.Factors);
        Assert.Equal([name], table.Failures.Select(f => f.Instrument));
        Assert.Equal(["its value today is not a finite number"], table.Failures.Select(f => f.Reason));
        Assert.True(double.IsNaN(table.BaseValue[0]));
        Assert.Equal(InstrumentCompiler.Compile(without, MixedBook.Factors).BaseValue, table.BaseValue[1..]);

        ShockMatrix shocks = MixedBook.RandomShocks(100);
        double[][] expected = Pipeline.Profits(without, shocks);
        double[][] profits = Pipeline.Profits(with, shocks);
        Assert.Equal(expected[0], profits[0]);
        Assert.Equal(new double[100], profits[1]);
    }

    [Theory, MemberData(nameof(Bad))]
    public void Its_value_is_missing_and_says_why(string name)
    {
        IReadOnlyList<InstrumentValue> values = InstrumentValues.Of(Build(name));
        Assert.Equal((name, "its value today is not a finite number"), (values[0].Instrument, values[0].Failure));
        Assert.True(double.IsNaN(values[0].Value));
        Assert.All(values.Skip(1), v => Assert.Null(v.Failure));
    }

    [Fact]
    public void Values_are_in_the_money_that_the_contract_pays()
    {
        IReadOnlyList<InstrumentValue> values = InstrumentValues.Of(Build(null));
        Assert.Equal(["USD", "BTC", "BTC", "USD"], values.Select(v => v.Currency));
        // 10 (1/100 - 1/125) coin.
        Assert.Equal(0.02, values[2].Value, Tolerance.Rounding);
        Assert.Equal(125, values[3].Value);
    }

    /// <summary>Account "all" holds everything, "bad" the bad instrument alone, which comes first.</summary>
    private static Book Build(string? bad)
    {
        BookBuilder book = new BookBuilder().Spot("BTC", 125).Rate("USD", 0.02).Forward("BTC", Expiry, 126);
        int first = bad is null ? 0 : 1;
        if (bad is not null)
            AddBad(book, bad);
        book.Instrument(new Option("call", "BTC", Expiry, 130, OptionRight.Call, Settlement.Linear), 0.5);
        book.Instrument(new Option("put", "BTC", Expiry, 130, OptionRight.Put, Settlement.Inverse), 0.5);
        book.Instrument(new Perpetual("perpetual", "BTC", Settlement.Inverse, 100, 10));
        book.Instrument(new Spot("coin", "BTC"));
        (int, double)[] good = [.. Enumerable.Range(first, 4).Select(i => (i, 1.5 + i - first))];
        book.Account("all", bad is null ? good : [(0, 3), .. good]);
        book.Account("bad", bad is null ? [] : [(0, -2)]);
        return book.Build();
    }

    private static void AddBad(BookBuilder book, string bad)
    {
        switch (bad)
        {
            case "overflow option":
                book.Instrument(new Option(bad, "BTC", Expiry, 100, OptionRight.Call, Settlement.Linear, 1e308), 0.5);
                break;
            case "overflow spot":
                book.Instrument(new Spot(bad, "BTC", 1e307));
                break;
            case "overflow inverse":
                book.Instrument(new Perpetual(bad, "BTC", Settlement.Inverse, 1e-308, 10));
                break;
            case "no deviation":
                book.Instrument(new Option(bad, "BTC", Expiry, 126, OptionRight.Call, Settlement.Linear), 0);
                break;
            default:
                DateTimeOffset past = bad == "expired" ? BookBuilder.AsOf.AddDays(-3) : BookBuilder.AsOf;
                book.Forward("BTC", past, 125).Instrument(new Option(bad, "BTC", past, 125, OptionRight.Put, Settlement.Linear), 0.5);
                break;
        }
    }
}

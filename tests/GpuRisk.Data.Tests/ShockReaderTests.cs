using GpuRisk.Data.Books;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Tests;

public sealed class ShockReaderTests
{
    [Fact]
    public void Shocks_are_factor_major_with_their_labels()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.At("crash.csv"), "scenario,spot:BTC,vol:BTC\n2020-03-12,-0.5,0.8\n\"calm, flat\",0,-0.25\nup,0.1,0\n");

        ShockMatrix shocks = ShockReader.Read(folder.At("crash.csv"));

        Assert.Equal(3, shocks.Scenarios);
        Assert.Equal(["spot:BTC", "vol:BTC"], shocks.Factors.Select(factor => factor.ToString()));
        Assert.Equal([-0.5, 0, 0.1, 0.8, -0.25, 0], shocks.Values.ToArray());
        Assert.Equal(["2020-03-12", "calm, flat", "up"], shocks.Labels);
        Assert.Equal("crash.csv", shocks.Source);
    }

    [Theory]
    [InlineData("scenario,spot:BTC\na,1\nb,\n", "3:3", "shock is empty")]
    [InlineData("scenario,spot:BTC\na,1\nb,inf\n", "3:3", "shock 'inf' is not a number")]
    [InlineData("scenario,spot:BTC\na,1\na,2\n", "3:1", "scenario 'a' appears twice")]
    [InlineData("scenario,spot:BTC\n,1\n", "2:1", "scenario is empty")]
    [InlineData("scenario,BTC\na,1\n", "1:10", "column 'BTC' is not a factor")]
    [InlineData("scenario\na\n", "1:1", "there is no factor column")]
    [InlineData("date,spot:BTC\na,1\n", "1:1", "the first column is 'date'; 'scenario' is expected")]
    [InlineData("scenario,spot:BTC\n", "1:1", "the table has no rows")]
    [InlineData("\n\n", "1:1", "the file holds empty lines alone")]
    public void A_wrong_table_of_shocks_is_refused_at_its_place(string text, string place, string message)
    {
        using TemporaryFolder folder = new();
        string file = folder.At("shocks.csv");
        File.WriteAllText(file, text);

        string problem = Assert.Single(Assert.Throws<InvalidInputException>(() => ShockReader.Read(file)).Problems).ToString();

        Assert.StartsWith($"{file}:{place}: {message}", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_a_problem()
    {
        using TemporaryFolder folder = new();

        InvalidInputException thrown = Assert.Throws<InvalidInputException>(() => ShockReader.Read(folder.At("none.csv")));

        Assert.Contains("the file is missing", thrown.Message, StringComparison.Ordinal);
    }
}

using GpuRisk.Data.Books;
using GpuRisk.Domain.Input;

namespace GpuRisk.Data.Tests;

/// <summary>Collateral and haircuts with one place spoilt, or at odds with the rest of the book.</summary>
public sealed class HostileCollateralTests
{
    /// <summary>File, sound text (in the file once), spoilt text, place of the problem, part of its message.</summary>
    public static TheoryData<string, string, string, string, string> CollateralCases { get; } = new()
    {
        { "collateral.csv", "asset,quantity", "quantity", "collateral.csv:1:1", "column 'asset' is missing" },
        { "collateral.csv", "quantity\n", "quantity,note\n", "collateral.csv:1:24", "column 'note' is unknown" },
        { "collateral.csv", "A2,BTC,2.5", "A3,BTC,2.5", "collateral.csv:2:1", "account 'A3' is not in positions.csv; an account of that table is expected (a row of quantity 0 makes one)" },
        { "collateral.csv", "A2,BTC,2.5", "a2,BTC,2.5", "collateral.csv:2:1", "account 'a2' is not in positions.csv" },
        { "collateral.csv", "A2,BTC,2.5", ",BTC,2.5", "collateral.csv:2:1", "account is empty; a name" },
        { "collateral.csv", "A2,BTC,2.5", "A2,,2.5", "collateral.csv:2:4", "asset is empty; a name" },
        { "collateral.csv", "A2,BTC,2.5", "A2,DOGE,2.5", "collateral.csv:2:4", "asset 'DOGE' is unknown; the book's currency 'USD' or an underlying with a spot in market.csv is expected" },
        { "collateral.csv", "A1,USD,10000", "A1,usd,10000", "collateral.csv:3:4", "asset 'usd' is unknown" },
        { "collateral.csv", "A1,USD,10000", "A1,USD,", "collateral.csv:3:8", "quantity is empty; a finite number" },
        { "collateral.csv", "A1,USD,10000", "A1,USD,ten", "collateral.csv:3:8", "quantity 'ten' is not a number" },
        { "collateral.csv", "A1,USD,10000", "A1,USD,NaN", "collateral.csv:3:8", "quantity 'NaN' is not a number" },
        { "collateral.csv", "A1,USD,10000", "A1,USD,-0.01", "collateral.csv:3:8", "quantity '-0.01' is negative; a quantity of collateral from 0" },
        { "collateral.csv", "A1,USD,10000", "A1,USD,1.1e15", "collateral.csv:3:8", "quantity '1.1e15' is too large" },
        { "collateral.csv", "A1,USD,10000", "A1,USD,10,000", "collateral.csv:3:11", "the row has 4 fields; 3" },
        { "collateral.csv", "A1,BTC,0", "A2,BTC,0", "collateral.csv:4:1", "account 'A2' holds this asset in line 2 too; one row an account and asset" },
        { "collateral.csv", "A1,BTC,0", "A2,\"BTC\",0", "collateral.csv:4:1", "account 'A2' holds this asset in line 2 too" },
    };

    public static TheoryData<string, string, string, string, string> HaircutCases { get; } = new()
    {
        { "haircuts.csv", "from,to,haircut", "from,haircut,to,to", "haircuts.csv:1:23", "column 'to' appears twice" },
        { "haircuts.csv", "USD,0,,0.01", "US,0,,0.01", "haircuts.csv:3:1", "asset 'US' is unknown; the book's currency 'USD' or an underlying with a spot" },
        { "haircuts.csv", "USD,0,,0.01", ",0,,0.01", "haircuts.csv:3:1", "asset is empty" },
        { "haircuts.csv", "USD,0,,0.01", "USD,,,0.01", "haircuts.csv:3:5", "from is empty" },
        { "haircuts.csv", "USD,0,,0.01", "USD,1,,0.01", "haircuts.csv:3:5", "the first tier of 'USD' starts at '1'; 0 is expected" },
        { "haircuts.csv", "USD,0,,0.01", "USD,-1,,0.01", "haircuts.csv:3:5", "the first tier of 'USD' starts at '-1'; 0 is expected" },
        { "haircuts.csv", "USD,0,,0.01", "USD,0,x,0.01", "haircuts.csv:3:7", "to 'x' is not a number" },
        { "haircuts.csv", "USD,0,,0.01", "USD,0,0,0.01", "haircuts.csv:3:7", "to '0' does not lie above from '0'; a larger number, or an empty field" },
        { "haircuts.csv", "USD,0,,0.01", "USD,0,Infinity,0.01", "haircuts.csv:3:7", "to 'Infinity' is not a number" },
        { "haircuts.csv", "USD,0,,0.01", "USD,0,,", "haircuts.csv:3:8", "haircut is empty" },
        { "haircuts.csv", "USD,0,,0.01", "USD,0,,1.01", "haircuts.csv:3:8", "haircut '1.01' lies outside [0, 1]; a fraction, such as 0.05 for 5 %" },
        { "haircuts.csv", "USD,0,,0.01", "USD,0,,-0.01", "haircuts.csv:3:8", "haircut '-0.01' lies outside [0, 1]" },
        { "haircuts.csv", "BTC,100000,500000", "BTC,100001,500000", "haircuts.csv:4:5", "the tier leaves a gap after the one before: it starts at '100001'; 100000 is expected" },
        { "haircuts.csv", "BTC,100000,500000", "BTC,99999,500000", "haircuts.csv:4:5", "the tier overlaps the one before: it starts at '99999'; 100000 is expected" },
        { "haircuts.csv", "BTC,100000,500000", "BTC,0,500000", "haircuts.csv:4:5", "the tier overlaps the one before: it starts at '0'" },
        { "haircuts.csv", "BTC,100000,500000", "BTC,100000,50000", "haircuts.csv:4:12", "to '50000' does not lie above from '100000'" },
        { "haircuts.csv", "500000,0.1", ",0.1", "haircuts.csv:5:5", "the tier overlaps the one before: it starts at '500000'; no tier after one without limit is expected" },
        { "haircuts.csv", "BTC,500000,,1", "BTC,500000,,1,", "haircuts.csv:5:15", "the row has 5 fields; 4" },
    };

    [Theory]
    [MemberData(nameof(CollateralCases))]
    [MemberData(nameof(HaircutCases))]
    public void One_wrong_thing_is_one_problem_at_its_place(string file, string sound, string spoilt, string place, string message)
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteSpoiltTo(folder.Path, file, sound, spoilt);

        string problem = Assert.Single(ProblemsOf(folder)).ToString();
        Assert.StartsWith(place + ": ", problem, StringComparison.Ordinal);
        Assert.Contains(message, problem, StringComparison.Ordinal);
        Assert.Contains("expected", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("haircuts.csv")]
    [InlineData("collateral.csv")]
    public void An_empty_file_a_folder_and_a_header_alone_are_one_problem_each(string file)
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteWithCollateralTo(folder.Path);
        string header = SmallBook.TextOf(file).Split('\n')[0];
        File.WriteAllText(folder.At(file), "");
        Assert.StartsWith($"{file}:1:1: the file is empty", Assert.Single(ProblemsOf(folder)).ToString(), StringComparison.Ordinal);

        File.Delete(folder.At(file));
        Directory.CreateDirectory(folder.At(file));
        Assert.StartsWith($"{file}:1:1: this is a folder", Assert.Single(ProblemsOf(folder)).ToString(), StringComparison.Ordinal);

        Directory.Delete(folder.At(file));
        File.WriteAllText(folder.At(file), header + "\n");
        Assert.StartsWith($"{file}:1:1: the table has no rows", ProblemsOf(folder)[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_asset_without_a_haircut_is_named_once_and_the_currency_needs_none()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteWithCollateralTo(folder.Path);
        const string Problem = "collateral.csv:2:4: no haircut for asset 'BTC' in haircuts.csv; its tiers, from 0 on, are expected there";
        File.WriteAllText(folder.At("haircuts.csv"), "asset,from,to,haircut\nUSD,0,,0\n");
        Assert.Equal(Problem, Assert.Single(ProblemsOf(folder)).ToString());

        File.Delete(folder.At("haircuts.csv"));
        Assert.Equal(Problem, Assert.Single(ProblemsOf(folder)).ToString());

        File.WriteAllText(folder.At("collateral.csv"), "account,asset,quantity\nA1,USD,5\n");
        Assert.Equal("USD", Assert.Single(BookReader.Read(folder.Path).Collateral!).Asset);
    }

    [Fact]
    public void A_holding_whose_worth_would_overflow_is_refused()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteWithCollateralTo(folder.Path);
        string market = SmallBook.TextOf("market.csv") + "spot,GEM,,1e299\n";
        File.WriteAllText(folder.At("market.csv"), market);
        File.AppendAllText(folder.At("haircuts.csv"), "GEM,0,,0\n");
        File.AppendAllText(folder.At("collateral.csv"), "A1,GEM,10.5\n");

        Assert.StartsWith("collateral.csv:5:8: quantity '10.5' is worth more than 1e300", Assert.Single(ProblemsOf(folder)).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("book.json", "\"currency\": \"USD\",", "", "book.json")]
    [InlineData("positions.csv", "A2,BTC-C,-3\n", "\"A2,BTC-C,-3\n", "positions.csv")]
    [InlineData("market.csv", "spot,BTC,,95000", "spot,ETH,,95000", "instruments.csv")]
    [InlineData("market.csv", "spot,BTC,,95000", "spot,BTC,,0", "market.csv")]
    public void What_is_wrong_elsewhere_is_not_blamed_on_the_collateral(string file, string sound, string spoilt, string blamed)
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteWithCollateralTo(folder.Path);
        string text = SmallBook.TextOf(file);
        Assert.Contains(sound, text, StringComparison.Ordinal);
        // The account's other row, so that a lost row is the only one that named it.
        text = text.Replace("A2,BTC-F,2\n", "", StringComparison.Ordinal);
        File.WriteAllText(folder.At(file), text.Replace(sound, spoilt, StringComparison.Ordinal));

        Assert.Equal(blamed, Assert.Single(ProblemsOf(folder)).File);
    }

    [Fact]
    public void Problems_of_both_tables_come_together_in_the_order_of_the_files()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteWithCollateralTo(folder.Path);
        File.WriteAllText(folder.At("haircuts.csv"), "asset,from,to,haircut\nBTC,5,1,2\nX,0,,0\n");
        File.WriteAllText(folder.At("collateral.csv"), "account,asset,quantity\nA9,DOGE,-1\nA1,BTC,\n");

        Assert.Equal(
            ["haircuts.csv:2:5", "haircuts.csv:2:7", "haircuts.csv:2:9", "haircuts.csv:3:1", "collateral.csv:2:1", "collateral.csv:2:4", "collateral.csv:2:9", "collateral.csv:3:8"],
            ProblemsOf(folder).Select(problem => FormattableString.Invariant($"{problem.File}:{problem.Line}:{problem.Column}")));
    }

    private static IReadOnlyList<InputProblem> ProblemsOf(TemporaryFolder folder) =>
        Assert.Throws<InvalidInputException>(() => BookReader.Read(folder.Path)).Problems;
}

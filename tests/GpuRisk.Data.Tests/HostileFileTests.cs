using System.Globalization;
using System.Text;
using GpuRisk.Data.Books;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Tests;

/// <summary>Files that are missing, empty, in another encoding, or wrong in many places at once.</summary>
public sealed class HostileFileTests
{
    [Fact]
    public void A_missing_folder_is_one_problem()
    {
        using TemporaryFolder folder = new();

        InputProblem problem = Assert.Single(ProblemsOf(folder.At("nowhere")));

        Assert.Equal((folder.At("nowhere"), 1, 1), (problem.File, problem.Line, problem.Column));
        Assert.Contains("the folder is missing", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("book.json")]
    [InlineData("instruments.csv")]
    [InlineData("positions.csv")]
    [InlineData("market.csv")]
    [InlineData("history.csv")]
    public void A_missing_file_is_one_problem(string file)
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        File.Delete(folder.At(file));

        Assert.Equal(
            $"{file}:1:1: the file is missing; a readable file is expected", Assert.Single(ProblemsOf(folder.Path)).ToString());
    }

    [Theory]
    [InlineData("book.json")]
    [InlineData("instruments.csv")]
    [InlineData("positions.csv")]
    [InlineData("market.csv")]
    [InlineData("history.csv")]
    [InlineData("correlation.csv")]
    public void A_file_of_0_bytes_or_of_a_mark_alone_is_one_problem(string file)
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        foreach (byte[] content in (byte[][])[[], [0xEF, 0xBB, 0xBF]])
        {
            File.WriteAllBytes(folder.At(file), content);

            Assert.StartsWith($"{file}:1:1: the file is empty", Assert.Single(ProblemsOf(folder.Path)).ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_is_one_problem()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        File.Delete(folder.At("market.csv"));
        Directory.CreateDirectory(folder.At("market.csv"));

        Assert.StartsWith("market.csv:1:1: this is a folder", Assert.Single(ProblemsOf(folder.Path)).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("positions.csv")]
    [InlineData("history.csv")]
    [InlineData("instruments.csv")]
    public void A_header_alone_is_a_problem(string file)
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        string header = SmallBook.Files[file].Split('\n')[0];
        File.WriteAllText(folder.At(file), header + "\n\n");

        Assert.Contains(
            ProblemsOf(folder.Path), problem => problem.ToString() == $"{file}:1:1: the table has no rows; at least one row below the header is expected");
    }

    [Fact]
    public void A_byte_that_is_not_Utf8_is_named_with_its_line_and_column()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        byte[] latin1 = Encoding.Latin1.GetBytes(SmallBook.Files["positions.csv"].Replace("A1,BTC-PERP", "Jos\u00e9,BTC-PERP", StringComparison.Ordinal));
        File.WriteAllBytes(folder.At("positions.csv"), latin1);

        Assert.StartsWith(
            "positions.csv:4:4: the byte 0xE9 is not text in UTF-8", Assert.Single(ProblemsOf(folder.Path)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_byte_beyond_the_first_megabyte_is_named_with_its_line()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        // Two bytes a character and an odd start, so that a character lies across the boundary of the chunks that are checked.
        StringBuilder text = new("account,instrument,quantity\n");
        const int Lines = 60_000;
        for (int line = 0; line < Lines; line++)
            text.Append(CultureInfo.InvariantCulture, $"éééé{line:D6},BTC,1\n");
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text.ToString()), 0xC3, 0x28];
        Assert.True(bytes.Length > 1 << 20);
        File.WriteAllBytes(folder.At("positions.csv"), bytes);

        Assert.StartsWith(
            $"positions.csv:{Lines + 2}:1: the byte 0xC3", Assert.Single(ProblemsOf(folder.Path)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Utf16_is_refused_and_a_mark_of_Utf8_is_accepted()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        foreach ((string file, string text) in SmallBook.Files)
            File.WriteAllText(folder.At(file), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Book marked = BookReader.Read(folder.Path);
        Assert.Equal("A1", marked.Positions.Accounts[0]);

        File.WriteAllText(folder.At("positions.csv"), SmallBook.Files["positions.csv"], Encoding.Unicode);
        Assert.Equal(
            "positions.csv:1:1: the file is in UTF-16; UTF-8 is expected", Assert.Single(ProblemsOf(folder.Path)).ToString());
    }

    [Fact]
    public void Windows_line_ends_and_empty_lines_are_accepted_and_counted()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        string text = SmallBook.Files["positions.csv"].Replace("\n", "\r\n\r\n", StringComparison.Ordinal);
        File.WriteAllText(folder.At("positions.csv"), text);
        Assert.Equal(4, BookReader.Read(folder.Path).Positions.Count);

        File.WriteAllText(folder.At("positions.csv"), text.Replace("-3", "x", StringComparison.Ordinal));
        Assert.StartsWith("positions.csv:5:10: ", Assert.Single(ProblemsOf(folder.Path)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_of_all_tables_come_together_in_order_of_file_and_line()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        Spoil(folder, "book.json", "0.94", "2");
        Spoil(folder, "instruments.csv", "100000,call", "x,y");
        Spoil(folder, "positions.csv", "-3", "-");
        Spoil(folder, "market.csv", "95000", "0");
        Spoil(folder, "history.csv", "95500", "-1");
        Spoil(folder, "correlation.csv", "vol:BTC,-0.4,1", "vol:BTC,-0.4,7");

        Assert.Equal(
            ["book.json:6:30", "instruments.csv:3:47", "instruments.csv:3:49", "positions.csv:3:10", "market.csv:2:11", "history.csv:3:12", "correlation.csv:3:14"],
            ProblemsOf(folder.Path).Select(problem => FormattableString.Invariant($"{problem.File}:{problem.Line}:{problem.Column}")));
    }

    [Fact]
    public void The_problems_of_a_thoroughly_bad_table_are_counted_beyond_the_first_hundred()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        File.WriteAllText(folder.At("positions.csv"), "account,instrument,quantity\n" + string.Concat(Enumerable.Repeat("A,NONE,1\n", 5_100)));

        IReadOnlyList<InputProblem> problems = ProblemsOf(folder.Path);

        Assert.Equal(101, problems.Count);
        Assert.Equal("positions.csv:102:3: 5,000 more in this file are not listed; correct those above and read again", problems[100].ToString());
    }

    [Theory]
    [InlineData("positions.csv")]
    [InlineData("correlation.csv")]
    [InlineData("history.csv")]
    public void A_header_of_a_hundred_thousand_columns_is_one_problem(string file)
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        File.WriteAllText(folder.At(file), "factor" + new string(',', 100_000) + "\n");

        Assert.Equal(
            $"{file}:1:1: the header has 100,001 columns; up to 10,000 are expected", Assert.Single(ProblemsOf(folder.Path)).ToString());
    }

    [Fact]
    public void An_underlying_without_a_factor_is_reported_once_at_its_first_instrument()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        File.Delete(folder.At("correlation.csv"));
        File.WriteAllText(folder.At("history.csv"), "date,spot:ETH\n2026-01-10,3000\n");

        Assert.Equal(
            "instruments.csv:2:10: no factor spot:BTC in history.csv; a column spot:BTC is expected there",
            Assert.Single(ProblemsOf(folder.Path)).ToString());
    }

    [Fact]
    public void Everything_that_has_expired_is_named()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteSpoiltTo(folder.Path, "book.json", "2026-01-10T00:00:00Z", "2026-03-27T08:00:00Z");

        IReadOnlyList<InputProblem> problems = ProblemsOf(folder.Path);

        Assert.Equal([3, 4, 5], problems.Select(problem => problem.Line));
        Assert.All(problems, problem => Assert.StartsWith("the instrument expired at 2026-03-27T08:00:00Z", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_future_and_an_option_without_a_forward_are_named()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteSpoiltTo(folder.Path, "market.csv", "forward,BTC,2026-03-27T08:00:00Z,96000\n", "");

        IReadOnlyList<InputProblem> problems = ProblemsOf(folder.Path);

        Assert.Equal([3, 4, 5], problems.Select(problem => problem.Line));
        Assert.All(problems, problem => Assert.StartsWith("no forward of 'BTC' at 2026-03-27T08:00:00Z", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_correlation_of_other_factors_than_the_history_has_is_named_both_ways()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        File.WriteAllText(
            folder.At("correlation.csv"),
            SmallBook.Files["correlation.csv"].Replace("basis:BTC", "basis:ETH", StringComparison.Ordinal));

        Assert.Equal(
            ["factor 'basis:BTC' of history.csv is missing", "factor 'basis:ETH' is not in history.csv"],
            ProblemsOf(folder.Path).Select(problem => problem.Message.Split(';')[0]));
    }

    [Fact]
    public void An_instrument_that_appears_twice_is_named_at_its_second_row()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        File.AppendAllText(folder.At("instruments.csv"), "BTC-PERP,linear-perpetual,BTC,,,,,\n");

        InputProblem problem = Assert.Single(ProblemsOf(folder.Path));

        Assert.StartsWith("instruments.csv:7:1: instrument 'BTC-PERP' appears twice", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_after_the_as_of_day_is_named()
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        File.AppendAllText(folder.At("history.csv"), "2026-01-11,95000,0.6,0.05\n");

        Assert.StartsWith(
            "history.csv:6:1: date 2026-01-11 lies after the as-of day 2026-01-10",
            Assert.Single(ProblemsOf(folder.Path)).ToString(),
            StringComparison.Ordinal);
    }

    private static void Spoil(TemporaryFolder folder, string file, string sound, string spoilt)
    {
        string text = File.ReadAllText(folder.At(file));
        Assert.Contains(sound, text, StringComparison.Ordinal);
        int at = text.IndexOf(sound, StringComparison.Ordinal);
        File.WriteAllText(folder.At(file), string.Concat(text.AsSpan(0, at), spoilt, text.AsSpan(at + sound.Length)));
    }

    private static IReadOnlyList<InputProblem> ProblemsOf(string folder) =>
        Assert.Throws<InvalidInputException>(() => BookReader.Read(folder)).Problems;
}

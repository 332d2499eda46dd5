using GpuRisk.Calibration.History;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.History;

public sealed class HistorySuspicionsTests
{
    [Fact]
    public void Another_token_under_the_ticker_is_named_with_its_days_also_where_the_return_is_left_out()
    {
        FactorHistory history = On([0, 1, 19, 20], ["spot:LUNA"], [0.00006], [0.00005], [8.87], [9.00]);
        Returns returns = Returns.Of(history, new CalibrationSettings { Missing = MissingRule.Drop });
        Assert.Equal(
            "spot:LUNA changes tenfold or more between neighbouring levels: 5E-05 on 2024-01-02 and 8.87 on 2024-01-20, 18 days later; expected one asset in one unit: is it another asset under the same name, or a redenomination?",
            Assert.Single(returns.Warnings));
        Assert.Contains("spot:LUNA changes tenfold", Assert.Single(Problems(() => Returns.Of(
            history, new CalibrationSettings { Missing = MissingRule.Drop, Suspect = SuspectRule.Reject }))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9.9, false)]
    [InlineData(10, true)]
    [InlineData(0.1, true)]
    [InlineData(0.11, false)]
    public void Tenfold_is_where_an_asset_becomes_another(double ratio, bool warned) =>
        Assert.Equal(warned ? 1 : 0, Warnings(Daily(["spot:X"], [1], [ratio])).Count);

    [Fact]
    public void A_jump_over_an_empty_cell_is_seen_and_many_are_summed_up()
    {
        double[][] rows = [.. Enumerable.Range(0, 11).Select(day => new[] { day % 2 == 1 ? Missing : day % 4 == 0 ? 1.0 : 50 })];
        string warning = Assert.Single(Warnings(Daily(["spot:X"], rows)));
        Assert.Contains("1 on 2024-01-01 and 50 on 2024-01-03, 2 days later; ", warning, StringComparison.Ordinal);
        Assert.Contains("; and 2 more up to 2024-01-11;", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vol:X", 0.5, 52, true)]
    [InlineData("vol:X", 0.5, 0.9, false)]
    [InlineData("rate:X", 0.04, 4.1, true)]
    [InlineData("basis:X", -0.07, -6.5, true)]
    [InlineData("basis:X", 0.0002, 0.02, false)]
    [InlineData("rate:X", 0.0, 4.0, false)]
    public void Percent_among_fractions_reads_as_such(string factor, double before, double after, bool warned)
    {
        IReadOnlyList<string> warnings = Warnings(Daily([factor], [before], [before], [after], [before]));
        if (!warned)
        {
            Assert.Empty(warnings);
            return;
        }
        Assert.StartsWith($"{factor} changes about a hundredfold between neighbouring levels: ", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Contains("on 2024-01-02 and ", warnings[0], StringComparison.Ordinal);
        Assert.Contains("percent?", warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_in_percent_throughout_is_named_and_a_volatility_is_not()
    {
        FactorHistory history = Daily(["rate:X", "rate:Y", "vol:X"], [.. Enumerable.Range(0, 25).Select(day => new[] { 4 + (0.01 * day), 0.04, 50 + day })]);
        Assert.Equal(
            "rate:X has levels of 4.12 in the median, 2024-01-01 to 2024-01-25: 412 % if they are fractions; expected fractions a year: are these percent?",
            Assert.Single(Warnings(history)));
    }

    [Fact]
    public void Week_ends_filled_forward_are_counted()
    {
        // 2024-01-01 is a Monday; the last day is Sunday 2024-02-11.
        FactorHistory history = Daily(["spot:X", "spot:Y", "rate:Z"], [.. Enumerable.Range(0, 42).Select(day => new double[] { 100 + WeekDays(day), 100 + day, 1 })]);
        Assert.Equal(
            "spot:X does not move on 12 of 12 Saturdays and Sundays, 2024-01-06 to 2024-02-11: are week-ends filled forward? Expected the days on which it traded alone, under the calendar \"business\"",
            Assert.Single(Warnings(history), warning => !warning.StartsWith("rate:Z", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_tenth_of_days_repeated_or_ten_in_a_row_are_named_and_a_constant_as_what_it_is()
    {
        FactorHistory history = Daily(
            ["spot:Often", "spot:Seldom", "spot:Long", "spot:Peg"],
            [.. Enumerable.Range(0, 131).Select(day => new[] { 100.0 + day - (day / 8), 100.0 + day - (day / 12), 100.0 + (day <= 100 ? day : Math.Max(day - 10, 100)), 1 })]);
        IReadOnlyList<string> warnings = Warnings(history);
        Assert.Equal(3, warnings.Count);
        Assert.StartsWith("spot:Often repeats its level on 16 of 130 days, 2024-01-09 to 2024-05-08, 1 in a row", warnings[0], StringComparison.Ordinal);
        Assert.StartsWith("spot:Long repeats its level on 10 of 130 days, 2024-04-11 to 2024-04-20, 10 in a row from 2024-04-11", warnings[1], StringComparison.Ordinal);
        Assert.StartsWith("spot:Peg stands at 1 from 2024-01-01", warnings[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_that_goes_far_and_comes_back_is_a_misprint_and_a_crash_that_stays_is_none()
    {
        double[] level = [.. Enumerable.Range(0, 100).Select(day => 100.0 + (day % 2))];
        double[] misprint = [.. level], crash = [.. level.Select((price, day) => day < 50 ? price : price / 2)];
        misprint[50] = 60;
        FactorHistory history = Daily(["spot:Misprint", "spot:Crash"], [.. level.Select((_, day) => new[] { misprint[day], crash[day] })]);
        Assert.StartsWith("spot:Misprint is 60 on 2024-02-20, between 101 the day before and 101 the day after", Assert.Single(Warnings(history)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_spot_that_stands_still_and_a_copied_column_are_named()
    {
        double[] level = [.. Enumerable.Range(0, 30).Select(day => 100.0 + (day * day % 7))];
        FactorHistory history = Daily(["spot:A", "spot:B", "spot:Peg", "vol:A"], [.. level.Select(price => new[] { price, price, 1, price })]);
        Assert.Equal(
            [
                "spot:Peg stands at 1 from 2024-01-01 to 2024-01-30, so that its risk is nil: is it pegged, or are its levels not kept? Expected prices that were paid",
                "spot:A and spot:B have the same level on all 30 days, 2024-01-01 to 2024-01-30: is one column a copy of the other? Expected levels of its own for each factor",
            ],
            Warnings(history).Where(warning => warning.Contains("stands at", StringComparison.Ordinal) || warning.Contains("copy", StringComparison.Ordinal)));
    }

    private static int WeekDays(int day) => (day / 7 * 5) + Math.Min(day % 7, 4);

    private static IReadOnlyList<string> Warnings(FactorHistory history) => HistorySuspicions.Of(history, HistoryCalendar.Daily);
}

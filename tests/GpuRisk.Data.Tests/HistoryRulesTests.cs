using GpuRisk.Data.Books;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;

namespace GpuRisk.Data.Tests;

/// <summary>What the settings <c>missing</c> and <c>calendar</c> let pass.</summary>
public sealed class HistoryRulesTests
{
    [Fact]
    public void Under_drop_an_empty_cell_is_NaN_and_a_gap_stays_in_the_dates()
    {
        FactorHistory history = Read("drop", "daily", "2026-01-05,1,0.5\n2026-01-06,,0.5\n2026-01-10,2,\n");

        Assert.True(history.IsMissing(1, 0));
        Assert.True(history.IsMissing(2, 1));
        Assert.Equal(2, history.Level(2, 0));
        Assert.Equal([5, 6, 10], history.Dates.Select(date => date.Day));
    }

    [Fact]
    public void Under_drop_a_wrong_number_is_still_refused()
    {
        InvalidInputException thrown = Assert.Throws<InvalidInputException>(
            () => Read("drop", "daily", "2026-01-05,1,0.5\n2026-01-06,-1,0.5\n"));

        Assert.StartsWith("history.csv:3:12: level '-1' is not positive", Assert.Single(thrown.Problems).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-02", "2026-01-05", true)] // Friday to Monday
    [InlineData("2026-01-02", "2026-01-06", true)] // Friday to Tuesday: a holiday
    [InlineData("2025-12-31", "2026-01-05", false)] // Wednesday to Monday
    public void In_a_business_calendar_a_step_of_four_days_is_a_holiday_and_of_five_a_gap(string before, string after, bool accepted)
    {
        string rows = $"{before},1,0.5\n{after},1,0.5\n";
        if (accepted)
        {
            Assert.Equal(2, Read("reject", "business", rows).Dates.Count);
            return;
        }

        InvalidInputException thrown = Assert.Throws<InvalidInputException>(() => Read("reject", "business", rows));
        Assert.StartsWith("history.csv:3:1: 4 days are missing", Assert.Single(thrown.Problems).ToString(), StringComparison.Ordinal);
    }

    private static FactorHistory Read(string missing, string calendar, string rows)
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteSpoiltTo(folder.Path, "book.json", "\"reject\", \"calendar\": \"daily\"", $"\"{missing}\", \"calendar\": \"{calendar}\"");
        File.Delete(folder.At("correlation.csv"));
        File.WriteAllText(folder.At("history.csv"), "date,spot:BTC,vol:BTC\n" + rows);
        return BookReader.Read(folder.Path).History;
    }
}

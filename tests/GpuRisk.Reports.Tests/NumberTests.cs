using System.Globalization;
using GpuRisk.Domain.Measures;

namespace GpuRisk.Reports.Tests;

public sealed class NumberTests
{
    [Fact]
    public void A_foreign_culture_of_the_thread_changes_no_byte()
    {
        RunResult run = SampleRun.WithDistribution("A", SampleRun.HeavyTailed(1_000, 1234.5), new EsComponent("c", "BTC", -12345.678)) with
        {
            Failures = [new PricingFailure("X", "no spot")],
        };
        string expected = new Page(run).Source;
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Foreign();
            Assert.Equal("1'234;5", 1234.5.ToString("N1", CultureInfo.CurrentCulture));
            Assert.Equal(expected, new Page(run).Source);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(1234567.8, "1,234,568")]
    [InlineData(12345.678, "12,345.68")]
    [InlineData(12.345678, "12.3457")]
    [InlineData(0.0123456, "0.012346")]
    [InlineData(-2345.6, "-2,345.60")]
    [InlineData(2.5e17, "2.5000e+17")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    public void An_amount_has_the_decimals_that_its_size_asks_for(double es, string shown)
    {
        AccountRisk account = SampleRun.Account("A", es) with { Measures = [], ModelRisk = 0 };
        Assert.Equal(shown, new Page(SampleRun.Of(account)).AccountRows[0][2]);
    }

    [Fact]
    public void An_amount_too_small_for_its_table_is_zero_without_a_sign()
    {
        Page page = new(SampleRun.Of(SampleRun.Account("big", 1e6), SampleRun.Account("small", -0.4)));
        Assert.Equal("0", page.AccountRows[1][2]);
    }

    /// <summary>A culture whose every separator differs; made by hand, because the product runs without the system's cultures.</summary>
    private static CultureInfo Foreign()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ";";
        culture.NumberFormat.NumberGroupSeparator = "'";
        culture.NumberFormat.NegativeSign = "~";
        culture.NumberFormat.PositiveSign = "!";
        culture.NumberFormat.NaNSymbol = "nought";
        culture.DateTimeFormat.DateSeparator = "|";
        culture.DateTimeFormat.TimeSeparator = "|";
        return culture;
    }
}

using GpuRisk.Domain.Measures;

namespace GpuRisk.Reports.Tests;

public sealed class HistogramTests
{
    private static readonly double[] Losses = SampleRun.HeavyTailed(10_000, 1e6);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(250)]
    [InlineData(10_000)]
    [InlineData(100_003)]
    public void Every_loss_is_in_exactly_one_bar(int n)
    {
        double[] losses = SampleRun.HeavyTailed(n, 1e6);
        Page page = new(SampleRun.WithDistribution("A", losses));
        Assert.Equal(n, Plot.Body(page).Scenarios("bar"));
    }

    [Fact]
    public void Bars_of_the_tail_hold_the_losses_at_or_beyond_VaR_and_no_other()
    {
        RunResult run = SampleRun.WithDistribution("A", Losses);
        double var = run.Accounts[0].Measures[0].Var;
        Page page = new(run);
        int beyond = Losses.Count(loss => loss >= var);
        Assert.Equal(100, beyond);
        Assert.Equal(beyond, Plot.Tail(page).Scenarios("tail"));
        // The last bar above may stand for scenarios right of the axis; those are tail too, but hollow.
        Plot body = Plot.Body(page);
        int gainsLeftOfAxis = 10, lossesRightOfAxis = body.Scenarios("beyond") - gainsLeftOfAxis;
        Assert.InRange(lossesRightOfAxis, 1, 20);
        Assert.Equal(beyond, body.Scenarios("tail") + lossesRightOfAxis);
    }

    [Fact]
    public void Marks_of_VaR_and_ES_stand_at_their_losses_on_the_axis()
    {
        RunResult run = SampleRun.WithDistribution("A", Losses);
        RiskMeasure measure = run.Accounts[0].Measures[0];
        Plot body = Plot.Body(new Page(run));
        Assert.StartsWith("loss, USD million", body.AxisTitle, StringComparison.Ordinal);
        Assert.Equal(body.XOf(measure.Var / 1e6), body.MarkX("var"), Tolerance.SvgCoordinate);
        Assert.Equal(body.XOf(measure.Es / 1e6), body.MarkX("es"), Tolerance.SvgCoordinate);
        Plot tail = Plot.Tail(new Page(run));
        Assert.Equal(tail.XOf(Losses.Max() / 1e6), tail.MarkX("worst"), Tolerance.SvgCoordinate);
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(0.37)]
    [InlineData(1)]
    [InlineData(8_431)]
    [InlineData(2.2e6)]
    [InlineData(7.7e12)]
    [InlineData(3e18)]
    public void Ticks_step_by_one_two_or_five_times_a_power_of_ten(double scale)
    {
        IReadOnlyList<(double Value, double X)> ticks = Plot.Body(new Page(SampleRun.WithDistribution("A", SampleRun.HeavyTailed(1_000, scale)))).Ticks;
        Assert.InRange(ticks.Count, 3, 15);
        double step = ticks[1].Value - ticks[0].Value;
        double leading = step / Math.Pow(10, Math.Floor(Math.Log10(step * 1.000001)));
        Assert.Contains(new[] { 1.0, 2, 5 }, nice => Math.Abs(leading - nice) < Tolerance.SixDecimals);
        for (int i = 2; i < ticks.Count; i++)
            Assert.Equal(ticks[0].Value + i * step, ticks[i].Value, step * Tolerance.SixDecimals);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-250.5)]
    [InlineData(1e300)]
    [InlineData(5e-324)]
    public void Losses_that_are_all_equal_are_one_bar(double loss)
    {
        Plot body = Plot.Body(new Page(SampleRun.WithDistribution("A", [.. Enumerable.Repeat(loss, 500)])));
        Assert.Equal(500, body.Scenarios("bar"));
        Assert.Single(body.Marks("var"));
    }

    [Fact]
    public void Losses_that_are_not_finite_are_counted_and_left_out()
    {
        RunResult run = SampleRun.WithDistribution("A", Losses);
        double[] losses = [.. Losses, double.NaN, double.PositiveInfinity, double.NegativeInfinity];
        Page page = new(run with { Distributions = [new LossDistribution("A", losses)] });
        Assert.Equal(Losses.Length, Plot.Body(page).Scenarios("bar"));
        Assert.Contains("Not drawn: 3 scenarios whose loss is not finite.", page.BodyText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.MinValue, double.MaxValue)]
    public void Losses_that_no_axis_can_hold_are_said_to_be_undrawable(double first, double second)
    {
        RunResult run = SampleRun.WithDistribution("A", Losses) with { Distributions = [new LossDistribution("A", [first, second])] };
        Assert.Contains("The losses cannot be drawn", new Page(run).BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_VaR_there_is_a_picture_without_marks()
    {
        RunResult run = SampleRun.Of() with { Distributions = [new LossDistribution("unknown", Losses)] };
        Plot body = Plot.Body(new Page(run));
        Assert.Equal(Losses.Length, body.Scenarios("bar"));
        Assert.Equal(0, body.Scenarios("tail"));
        Assert.Empty(body.Marks("var"));
    }

    [Fact]
    public void A_picture_has_a_title_and_a_description_with_its_figures()
    {
        Page page = new(SampleRun.WithDistribution("Northgate", Losses));
        Assert.Equal("Loss distribution of Northgate", page.ById("histogram-1-title").Value);
        string description = page.ById("histogram-1-desc").Value;
        Assert.StartsWith("10,000 scenarios, losses from -", description, StringComparison.Ordinal);
        Assert.Contains("VaR at 99 %", description, StringComparison.Ordinal);
    }
}

using System.Globalization;
using System.Xml.Linq;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Reports.Tests;

public sealed class CalibrationTests
{
    [Fact]
    public void Without_a_calibration_the_page_does_not_speak_of_one()
    {
        Page page = new(SampleRun.Of(SampleRun.Account("A", 1)));
        Assert.Null(page.Find("calibration"));
        Assert.DoesNotContain("Calibration of", page.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_its_dates_and_the_law_are_named()
    {
        string text = With(SampleCalibration.Of(3)).ById("calibration").Value;
        Assert.All(
            ["student-t-ewma", "749 one-day returns, 2024-06-12 to 2026-06-30", "sample, zero mean, equal weights", "4.2"],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.DoesNotContain("Repair", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repair_is_told_with_its_size()
    {
        string text = With(SampleCalibration.Of(3) with { Repair = new CorrelationRepairRecord(-0.1337, 0.528, 17) }).ById("calibration").Value;
        Assert.Contains("Repair", text, StringComparison.Ordinal);
        Assert.Contains("smallest eigenvalue -1.337e-1", text, StringComparison.Ordinal);
        Assert.Contains("lies 5.28e-1 away (Frobenius), found in 17 iterations", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_stand_before_every_figure_and_each_is_listed()
    {
        Page page = With(SampleCalibration.Of(2) with { Warnings = ["spot:LUNA: another asset from 2022-05-28", "spot:SNP: zero returns on week-ends"] });
        string text = page.BodyText;
        Assert.True(text.IndexOf("another asset from 2022-05-28", StringComparison.Ordinal) < text.IndexOf("Total margin", StringComparison.Ordinal));
        Assert.Contains("2 warnings from the calibration", text, StringComparison.Ordinal);
        Assert.Contains("zero returns on week-ends", text, StringComparison.Ordinal);
        Assert.DoesNotContain("looks wrong", With(SampleCalibration.Of(2)).BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_factor_has_a_row_and_a_column_that_nobody_fills_is_left_out()
    {
        XElement table = Table(With(SampleCalibration.Of(3)), "volatility");
        Assert.Equal(["Factor", "Volatility, a day", "× √365", "Rule", "Returns", "First", "Last"], table.Descendants("thead").Single().Descendants("th").Select(cell => cell.Value));
        // 0.02 sqrt(365) = 38.21 %
        Assert.Equal(["spot:F1", "2.00\u00A0%", "38.21\u00A0%", "EWMA 0.97", "748", "2024-06-12", "2026-06-30"], Rows(table)[1]);
    }

    [Fact]
    public void Garch_floor_proxy_and_degrees_of_freedom_are_told_of_those_that_have_them()
    {
        FactorCalibration garch = SampleCalibration.Factor(0) with { Garch = new GarchParameters(0, 1.25e-6, 0.1, 0.85, 4_321), DegreesOfFreedom = 3.3 };
        FactorCalibration held = SampleCalibration.Factor(1) with { Floor = 0.02, Proxy = "0.8 x spot:F0 and a residual of 1 %", ProxiedReturns = 200 };
        FactorCalibration free = SampleCalibration.Factor(2) with { Floor = 0.02 };
        XElement table = Table(With(SampleCalibration.Of(3) with { Factors = [garch, held, free] }), "volatility");
        Assert.Equal(
            ["Factor", "Volatility, a day", "× √365", "Rule", "ω", "α", "β", "Floor", "d.f.", "Returns", "Of a proxy", "First", "Last", "Proxy"],
            table.Descendants("thead").Single().Descendants("th").Select(cell => cell.Value));
        string[][] rows = Rows(table);
        Assert.Equal(["1.25e-6", "0.1000", "0.8500", "", "3.3"], rows[0][4..9]);
        Assert.Equal(("2.00\u00A0%", "200", "0.8 x spot:F0 and a residual of 1 %"), (rows[1][7], rows[1][10], rows[1][^1]));
        // The volatility of the second is its floor, that of the third is above it.
        Assert.Equal(["b", "span"], table.Descendants("td").Where(cell => cell.Elements().Any(e => e.Name.LocalName is "b" or "span")).Select(cell => cell.Elements().Single().Name.LocalName));
    }

    [Fact]
    public void Five_hundred_factors_are_folded_and_the_heat_map_shows_the_forty_that_depend_most()
    {
        Page page = With(SampleCalibration.Of(500));
        XElement[] tables = [.. page.ById("calibration").Descendants("table").Where(table => Page.HasClass(table, "volatility"))];
        Assert.Equal([20, 480], tables.Select(table => Rows(table).Length));
        Assert.Equal(40 * 40, Shapes(page, "rect", "cell").Length);
        Assert.Contains("The 40 of 500 factors that depend most on another.", page.BodyText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    public void The_heat_map_has_a_cell_for_each_pair_which_tells_its_number(int factors)
    {
        Page page = With(SampleCalibration.Of(factors));
        XElement[] cells = Shapes(page, "rect", "cell");
        Assert.Equal(factors * factors, cells.Length);
        Assert.Equal(factors, Shapes(page, "rect", "own").Length);
        Assert.Equal("spot:F0 and spot:F1: -0.45", cells[1].Value);
        Assert.Equal(cells[1].Attribute("fill")!.Value, cells[factors].Attribute("fill")!.Value);
        // 2 n labels, whose full names a pointer sees.
        Assert.Equal(2 * factors, page.ById("correlation-title").Parent!.Descendants().Count(e => e.Name.LocalName == "title" && e.Value.StartsWith("spot:F", StringComparison.Ordinal) && e.Parent!.Name.LocalName == "text"));
        Assert.Contains("Strongest: spot:F", page.ById("correlation-desc").Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12, true)]
    [InlineData(13, false)]
    public void A_small_matrix_is_a_table_too(int factors, bool table)
    {
        XElement section = With(SampleCalibration.Of(factors)).ById("calibration");
        Assert.Equal(table, section.Descendants("summary").Any(summary => summary.Value == "Correlations as a table"));
        if (table)
            Assert.Equal("-0.45", Rows(section.Descendants("table").Last())[0][2]);
    }

    [Fact]
    public void One_factor_or_a_matrix_of_another_size_is_no_heat_map()
    {
        Assert.Null(With(SampleCalibration.Of(1)).Find("correlation-title"));
        Assert.Null(With(SampleCalibration.Of(3) with { Correlation = [] }).Find("correlation-title"));
    }

    [Fact]
    public void Colours_run_from_blue_over_white_to_orange()
    {
        string[] fills = [.. Values(-1, 0, 1)];
        Assert.Equal(["#083e70", "#ffffff", "#943e00"], fills);
        Assert.Equal("#c3ccd4", Values(double.NaN).Single());

        static IEnumerable<string> Values(params double[] values) => values.Select(value =>
            Shapes(With(SampleCalibration.Of(2) with { Correlation = [1, value, value, 1] }), "rect", "cell")[1].Attribute("fill")!.Value);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(400, 400)]
    [InlineData(401, 400)]
    [InlineData(7_500, 400)]
    public void The_quantiles_have_a_point_each_and_of_many_the_tails_whole(int points, int drawn)
    {
        Page page = With(SampleCalibration.Of(2, points));
        XElement[] dots = Shapes(page, "circle", "dot");
        Assert.Equal(drawn, dots.Length);
        Assert.Contains("normal law", page.ById("quantiles-title").Value, StringComparison.Ordinal);
        Assert.Equal(points > 400, page.BodyText.Contains("Drawn: the 100 outermost on each side and 200 between them.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_point_stands_as_far_out_as_its_quantile_and_the_line_is_at_45_degrees()
    {
        Page page = With(SampleCalibration.Of(2, 100));
        XElement line = Shapes(page, "line", "diagonal").Single(), last = Shapes(page, "circle", "dot")[^1];
        Assert.Equal(At(line, "x2") - At(line, "x1"), At(line, "y1") - At(line, "y2"), Tolerance.SvgCoordinate);
        // Expected 1.98, observed 2.97: the slope from the middle is 1.5.
        double middleX = (At(line, "x1") + At(line, "x2")) / 2, middleY = (At(line, "y1") + At(line, "y2")) / 2;
        Assert.Equal(1.5, (middleY - At(last, "cy")) / (At(last, "cx") - middleX), 3);
    }

    [Fact]
    public void A_wild_return_does_not_squeeze_the_others_and_is_told()
    {
        QuantilePlot wild = SampleCalibration.Quantiles(100);
        Page page = With(SampleCalibration.Of(2) with { WorstFit = wild with { Observed = [.. wild.Observed.Take(99), 50.0] } });
        XElement[] beyond = Shapes(page, "circle", "beyond");
        Assert.Equal("expected 1.98, observed 50.00", Assert.Single(beyond).Value);
        // The axes reach 1.05 x 2 x 1.98, a little less than the half of 400.
        Assert.Equal(1.98 / (2.1 * 1.98) * 200, At(beyond[0], "cx") - 246, Tolerance.SvgCoordinate);
        Assert.Contains("Hollow: beyond the end of the axis, from -3.0 to 50.0.", page.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void Quantiles_that_cannot_be_drawn_are_said_to_be_so()
    {
        QuantilePlot nothing = SampleCalibration.Quantiles(3) with { Observed = [double.NaN, double.NegativeInfinity, 1] };
        Page page = With(SampleCalibration.Of(2) with { WorstFit = nothing });
        Assert.Contains("The quantiles cannot be drawn", page.BodyText, StringComparison.Ordinal);
        Assert.Null(page.Find("quantiles-title"));
    }

    [Fact]
    public void A_constant_factor_has_quantiles_of_nothing()
    {
        QuantilePlot zeros = SampleCalibration.Quantiles(3) with { Expected = [0, 0, 0], Observed = [0, 0, 0] };
        Assert.Equal(3, Shapes(With(SampleCalibration.Of(2) with { WorstFit = zeros }), "circle", "dot").Length);
    }

    private static Page With(CalibrationReport calibration) => new(SampleRun.Of(SampleRun.Account("A", 1)) with { Calibration = calibration });

    private static XElement Table(Page page, string kind) => page.ById("calibration").Descendants("table").Single(table => Page.HasClass(table, kind));

    private static string[][] Rows(XElement table) =>
        [.. table.Elements("tbody").Single().Elements("tr").Select(row => row.Elements().Select(cell => cell.Value).ToArray())];

    private static XElement[] Shapes(Page page, string tag, string kind) =>
        [.. page.ById("calibration").Descendants().Where(element => element.Name.LocalName == tag && Page.HasClass(element, kind))];

    private static double At(XElement shape, string name) => double.Parse(shape.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}

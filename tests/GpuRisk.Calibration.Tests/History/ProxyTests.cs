using GpuRisk.Domain.Market;
using GpuRisk.Domain.Settings;
using static GpuRisk.Calibration.Tests.SampleHistories;

namespace GpuRisk.Calibration.Tests.History;

public sealed class ProxyTests
{
    private const int Leading = 10;

    [Fact]
    public void Before_its_first_level_a_factor_has_beta_times_another_and_a_normal_residual()
    {
        // The residuals are normal quantiles of Philox4x32-10 at (738886, 1, 0, 0) and (738887, 1, 0, 0), key "PROXYRES", from a Python program.
        FactorHistory history = Daily(["rate:X", "rate:Y", "rate:W"], [0, Missing, 0], [3, Missing, 0], [5, 7, 0], [6, 9, 0]);
        Returns returns = Returns.Of(history, With(new FactorProxy(Factor("rate:X"), Factor("rate:W"), 1, 1), Given("rate:Y", 2, 0.1)));

        Assert.Equal((2 * 3) + (0.1 * -0.26055613121942106), returns[0, 1], Tolerance.TenDecimals);
        Assert.NotEqual(2 * 2, returns[1, 1]);
        Assert.Equal(2, returns[2, 1]);
        Assert.Equal([3.0, 2, 1], returns.OfFactor(0));
        Assert.Equal(2, returns.ProxiedCount(1));
        Assert.Equal("2 x rate:X + normal residual of standard deviation 0.1 (both given)", returns.Proxy(1));
        Assert.Null(returns.Proxy(0));
        Assert.Contains($"proxy: 2 of 3 one-day returns of rate:Y are {returns.Proxy(1)}", returns.Notes);
        Assert.Contains("proxy: none is needed for rate:X, whose levels begin on the first day", returns.Notes);
    }

    [Fact]
    public void The_draw_belongs_to_the_day_and_to_the_place_among_the_proxies()
    {
        FactorHistory history = Daily(["rate:X"], [0], [0], [0]);
        Returns returns = Returns.Of(history, With(Given("rate:Y", 1, 1), Given("rate:Z", 1, 1)));

        Assert.Equal(["rate:X", "rate:Y", "rate:Z"], returns.Factors.Select(factor => factor.ToString()));
        Assert.Equal(-0.7519306720285467, returns[0, 1], Tolerance.TenDecimals);
        Assert.Equal(0.9835503114084067, returns[1, 1], Tolerance.TenDecimals);
        Assert.Equal(-0.26055613121942106, returns[0, 2], Tolerance.TenDecimals);
    }

    [Fact]
    public void Beta_is_that_of_the_regression_through_the_origin_and_residuals_are_drawn_from_it()
    {
        // On the overlap y = 2 x + e with e = 1, -1 in turn and x = 1: sum x y / sum x^2 = 2, residuals 1 and -1, R^2 = 1 - 1/5.
        double[] x = [.. Enumerable.Range(0, Leading + 30).Select(day => day < Leading ? 3.0 : 1)];
        double[] y = [.. x.Select((change, day) => (2 * change) + (day % 2 == 0 ? 1 : -1))];
        Returns returns = Returns.Of(Pair(x, y, Leading), With(Estimated("rate:Y")));

        double[] residuals = [.. returns.OfFactor(1).Take(Leading).Select(r => r - (2 * 3))];
        Assert.Equal([-1.0, 1.0], residuals.Distinct().Order());
        Assert.Equal(y[Leading..], returns.OfFactor(1)[Leading..]);
        Assert.Equal(
            "2 x rate:X + residual drawn from the regression's, of standard deviation 1; regression over 30 days, 2024-01-12 to 2024-02-10, R^2 0.80",
            returns.Proxy(1));
    }

    [Theory]
    [InlineData(0.1, true)]
    [InlineData(0.3, false)]
    public void A_proxy_that_explains_next_to_nothing_is_warned_of(double beta, bool warned)
    {
        // Orthogonal over four days: R^2 = beta^2 / (beta^2 + 1), 0.01 and 0.08.
        double[] x = [.. Enumerable.Range(0, Leading + 40).Select(day => day / 2 % 2 == 0 ? 1.0 : -1)];
        double[] y = [.. x.Select((change, day) => (beta * change) + (day % 2 == 0 ? 1 : -1))];
        string[] warnings = [.. Returns.Of(Pair(x, y, Leading), With(Estimated("rate:Y"))).Warnings.Where(w => w.Contains("proxy", StringComparison.Ordinal))];
        Assert.Equal(warned ? 1 : 0, warnings.Length);
        Assert.All(warnings, warning => Assert.StartsWith("the proxy of rate:Y explains 1 % of what it was estimated on", warning, StringComparison.Ordinal));
    }

    [Fact]
    public void Drawn_residuals_have_the_second_moment_of_the_regression_s()
    {
        FixedGenerator random = new(3);
        double[] x = [.. Enumerable.Range(0, 4_500).Select(_ => 0.0)];
        x[^1] = 1;
        double[] y = [.. x.Select(_ => random.NextDouble() - 0.5)];
        y[^1] = 0;
        double[] drawn = Returns.Of(Pair(x, y, 4_000), With(Estimated("rate:Y"))).OfFactor(1)[..4_000];

        // Uniform on (-1/2, 1/2): variance 1/12, its estimate from 4,000 draws of 500 within 4 standard errors of 1/12 sqrt(0.8 (1/4000 + 1/500)).
        Assert.Equal(1.0 / 12, drawn.Sum(r => r * r) / drawn.Length, 1.0 / 12 * 4 * Math.Sqrt(0.8 * ((1.0 / 4_000) + (1.0 / 500))));
        Assert.InRange(drawn.Distinct().Count(), 490, 500);
    }

    [Fact]
    public void A_day_that_falls_out_changes_no_other_day()
    {
        double[] x = [.. Enumerable.Range(0, Leading + 30).Select(day => Math.Sqrt(day + 1))];
        double[] y = [.. x.Select((change, day) => change + (day % 7))];
        CalibrationSettings settings = With(Estimated("rate:Y")) with { Missing = MissingRule.Drop };
        Returns whole = Returns.Of(Pair(x, y, Leading), settings);
        Returns without = Returns.Of(Pair(x, y, Leading, missing: 4), settings);

        Assert.Equal(whole.Count - 2, without.Count);
        foreach ((DateOnly date, int day) in without.EndDates.Select((date, day) => (date, day)))
            Assert.Equal(whole[whole.EndDates.ToList().IndexOf(date), 1], without[day, 1]);
    }

    [Fact]
    public void A_factor_without_history_follows_another_pair()
    {
        // vol:BTC on spot:BTC: ln(1/2) beside ln 2, so beta -1 without residual.
        double[][] rows = [.. Enumerable.Range(0, 30).Select(day => day % 2 == 0 ? [100, 1, 10.0] : new[] { 200, 0.5, 40 })];
        FactorHistory history = Daily(["spot:BTC", "vol:BTC", "spot:SOL"], rows);
        FactorProxy like = new(Factor("vol:SOL"), Factor("spot:SOL"), Like: Factor("vol:BTC"), LikeOf: Factor("spot:BTC"));
        Returns returns = Returns.Of(history, With(like));

        Assert.Equal(4, returns.Factors.Count);
        Assert.Equal(Factor("vol:SOL"), returns.Factors[3]);
        Assert.Equal(returns.Count, returns.ProxiedCount(3));
        for (int day = 0; day < returns.Count; day++)
            Assert.Equal(-returns[day, 2], returns[day, 3], Tolerance.Rounding);
        Assert.Contains("as vol:BTC on spot:BTC: regression over 29 days", returns.Proxy(3), StringComparison.Ordinal);
    }

    [Fact]
    public void Proxies_may_rest_on_proxies_in_any_order_but_not_on_themselves()
    {
        FactorHistory history = Daily(["rate:X"], [0], [1], [3]);
        FactorProxy ofX = new(Factor("rate:A"), Factor("rate:X"), 2, 0), ofA = new(Factor("rate:B"), Factor("rate:A"), 3, 0);
        Returns returns = Returns.Of(history, With(ofA, ofX));
        Assert.Equal(["rate:X", "rate:B", "rate:A"], returns.Factors.Select(factor => factor.ToString()));
        Assert.Equal([6.0, 12], returns.OfFactor(1));
        Assert.Equal([2.0, 4], returns.OfFactor(2));

        IReadOnlyList<string> circle = Problems(() => Returns.Of(history, With(ofA, ofX with { Of = Factor("rate:B") })));
        Assert.Equal(2, circle.Count);
        Assert.Contains("the proxy of rate:B rests on rate:A, which rests on it in turn", circle[0], StringComparison.Ordinal);
        Assert.Contains("rests on it in turn", Assert.Single(Problems(() => Returns.Of(history, With(ofX with { Of = ofX.Factor })))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_level_inside_the_history_of_a_factor_is_not_its_proxy_s_matter()
    {
        FactorHistory history = Daily(["rate:X", "rate:Y"], [0, Missing], [1, 1], [2, Missing], [3, 3], [4, 4]);
        CalibrationSettings settings = With(Given("rate:Y", 1, 0));
        Assert.StartsWith(
            "history.csv:1:1: 2024-01-03: no level of rate:Y; expected", Assert.Single(Problems(() => Returns.Of(history, settings))), StringComparison.Ordinal);
        Assert.Equal([Day(1), Day(4)], Returns.Of(history, settings with { Missing = MissingRule.Drop }).EndDates);
    }

    public static TheoryData<FactorProxy, string> Wrong => new()
    {
        { new(Factor("rate:Y"), Factor("rate:Q"), 1, 1), "rests on rate:Q, which the history does not have" },
        { new(Factor("rate:Y"), Factor("rate:X"), double.NaN, 1), "a beta that is not finite" },
        { new(Factor("rate:Y"), Factor("rate:X"), 1, -0.1), "a residual that is no standard deviation" },
        { new(Factor("rate:Y"), Factor("rate:X"), Like: Factor("rate:Q")), "is estimated from rate:Q, which the history does not have" },
        { new(Factor("rate:Y"), Factor("rate:X"), Like: Factor("rate:X")), "is estimated from one factor alone" },
        { new(Factor("rate:Y"), Factor("rate:X")), "the proxy of rate:Y: 19 days on which rate:Y and rate:X both have a return; expected at least 20" },
        { new(Factor("rate:Y"), Factor("rate:C")), "the returns of rate:C are all zero" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_proxy_that_cannot_be_used_is_refused_with_the_reason(FactorProxy proxy, string reason)
    {
        int young = proxy.Of == Factor("rate:C") ? 1 : 5;
        double[][] rows = [.. Enumerable.Range(0, 25).Select(day => new[] { day, day < young ? Missing : day, 1 })];
        FactorHistory history = Daily(["rate:X", "rate:Y", "rate:C"], rows);
        Assert.Contains(reason, Assert.Single(Problems(() => Returns.Of(history, With(proxy)))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_factor_has_one_proxy()
    {
        FactorHistory history = Daily(["rate:X"], [0], [1]);
        Assert.Contains("is the second", Assert.Single(Problems(() => Returns.Of(history, With(Given("rate:Y", 1, 0), Given("rate:Y", 2, 0))))), StringComparison.Ordinal);
    }

    private static FactorProxy Given(string factor, double beta, double residual) => new(Factor(factor), Factor("rate:X"), beta, residual);

    private static FactorProxy Estimated(string factor) => new(Factor(factor), Factor("rate:X"));

    private static CalibrationSettings With(params FactorProxy[] proxies) => new() { Proxies = proxies };

    /// <summary>rate:X and rate:Y with the given changes; the first level of rate:Y is that of day <paramref name="begin"/>.</summary>
    private static FactorHistory Pair(double[] x, double[] y, int begin, int? missing = null)
    {
        double[][] rows = new double[x.Length + 1][];
        double levelX = 0, levelY = 0;
        for (int day = 0; day < rows.Length; day++)
        {
            levelX += day == 0 ? 0 : x[day - 1];
            levelY += day == 0 ? 0 : y[day - 1];
            rows[day] = [day == missing ? Missing : levelX, day < begin ? Missing : levelY];
        }
        return Daily(["rate:X", "rate:Y"], rows);
    }
}

using System.Globalization;

namespace GpuRisk.Kernels.Tests;

public sealed class Black76Tests
{
    [Fact]
    public void Signed_value_is_within_its_error_of_the_exact_value()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("black76"))
        {
            double[] a = row.Arguments;
            double error = row.Error(ScalarMath.Black76SignedValue(a[0], a[1], a[2], a[3], a[4])) / (a[0] + a[1]);
            Assert.True(error <= Tolerance.Black76, $"{error} of f + k at {string.Join(", ", a)}");
        }
    }

    [Fact]
    public void Prices_agree_with_fifty_digit_values_of_published_options()
    {
        const string file = "black-scholes-haug/haug_european.csv";
        Assert.SkipWhen(Places.Missing(file) is not null, Places.Missing(file) ?? "");
        int looked = 0;
        foreach (string[] cells in File.ReadLines(Places.Shared(file)).Skip(1).Select(line => line.Split(',')))
        {
            double[] v = [.. cells.Skip(1).Select(c => double.Parse(c, CultureInfo.InvariantCulture))];
            (double strike, double spot, double q, double r, double t, double vol, double printed, double exact) = (v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
            var quote = new Quote(spot * ScalarMath.Exp((r - q) * t), strike, vol * Math.Sqrt(t));
            double price = ScalarMath.Exp(-r * t) * (cells[0] == "Call" ? quote.Call : quote.Put);
            Assert.Equal(exact, price, Tolerance.Black76OverForward * quote.Forward);
            Assert.Equal(printed, price, Tolerance.HaugPrinted);
            looked++;
        }
        Assert.Equal(43, looked);
    }

    [Fact]
    public void A_call_less_a_put_is_forward_less_strike()
    {
        foreach (Quote q in Quote.Random(41, 100_000))
            Assert.Equal(0.0, (q.Call - q.Put - (q.Forward - q.Strike)) / (q.Forward + q.Strike), Tolerance.Black76);
    }

    [Fact]
    public void A_price_lies_between_intrinsic_value_and_its_bound()
    {
        foreach (Quote q in Quote.Random(42, 100_000))
        {
            double room = Tolerance.Black76 * (q.Forward + q.Strike);
            Assert.InRange(q.Call, Math.Max(0, q.Forward - q.Strike) - room, q.Forward + room);
            Assert.InRange(q.Put, Math.Max(0, q.Strike - q.Forward) - room, q.Strike + room);
        }
    }

    [Fact]
    public void A_call_rises_with_forward_and_volatility_and_falls_with_strike()
    {
        foreach (Quote q in Quote.Random(43, 20_000))
        {
            double room = 2 * Tolerance.Black76 * (q.Forward + q.Strike) * 1.1;
            Assert.True((q with { Forward = q.Forward * 1.01 }).Call >= q.Call - room, $"{q}");
            Assert.True((q with { Deviation = q.Deviation * 1.01 }).Call >= q.Call - room, $"{q}");
            Assert.True((q with { Strike = q.Strike * 1.01 }).Call <= q.Call + room, $"{q}");
        }
    }

    [Fact]
    public void A_price_is_convex_in_strike()
    {
        foreach (Quote q in Quote.Random(44, 20_000))
        {
            double step = q.Strike * Math.Min(0.1, q.Deviation);
            double butterfly = (q with { Strike = q.Strike - step }).Call - 2 * q.Call + (q with { Strike = q.Strike + step }).Call;
            Assert.True(butterfly >= -4 * Tolerance.Black76 * (q.Forward + q.Strike) * 1.1, $"{butterfly} at {q}");
        }
    }

    [Fact]
    public void Prices_scale_with_the_unit_of_money()
    {
        // By a power of two no rounding differs, unless a price is so small that it is subnormal.
        foreach (Quote q in Quote.Random(45, 20_000).Where(q => q.Call > 1e-200))
            Assert.Equal(q.Call * 1024, (q with { Forward = q.Forward * 1024, Strike = q.Strike * 1024 }).Call);
    }

    [Theory]
    [InlineData(120, 100, 1e-9, 20, 0)]
    [InlineData(100, 120, 1e-9, 0, 20)]
    [InlineData(100, 100, 1e-9, 3.989422804014327e-08, 3.989422804014327e-08)]
    [InlineData(100, 250, 100, 100, 250)]
    [InlineData(1e-100, 1e100, 1, 0, 1e100)]
    public void Limits_of_no_and_of_endless_volatility(double forward, double strike, double deviation, double call, double put)
    {
        var quote = new Quote(forward, strike, deviation);
        Assert.Equal(call, quote.Call, Tolerance.Black76 * (forward + strike));
        Assert.Equal(put, quote.Put, Tolerance.Black76 * (forward + strike));
    }

    [Fact]
    public void A_forward_that_is_not_a_number_gives_a_price_that_is_not_a_number() =>
        Assert.True(double.IsNaN(ScalarMath.Black76SignedValue(double.NaN, 1, double.NaN, 1, 0.1)));

    [Fact]
    public void Distances_up_to_1e20_deviations_give_intrinsic_value()
    {
        foreach (double h in new[] { 1e3, 1e10, 1e20 })
        {
            Assert.Equal(1.5, ScalarMath.Black76SignedValue(2, 0.5, h, 1, 0.1));
            Assert.Equal(0.0, ScalarMath.Black76SignedValue(2, 0.5, -h, 1, 0.1));
        }
    }
}

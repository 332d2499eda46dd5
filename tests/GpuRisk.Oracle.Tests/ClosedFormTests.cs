using GpuRisk.Domain.Market;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Oracle.Tests;

/// <summary>VaR and ES of distributions whose figures are known in closed form, simulated by the product.</summary>
public sealed class ClosedFormTests
{
    private const int Scenarios = 1_000_000;

    /// <summary>Source: quantile and tail mean of the standard normal.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20_260_101)]
    public void A_linear_book_under_a_normal_factor(ulong seed)
    {
        Book book = Runs.Coins(["X"], Runs.Levels(0.95, 0.975, 0.999, 0.99), [1 / Runs.SmallMove]);
        AccountRisk risk = Runs.Run(book, Runs.Model(["X"], [Runs.SmallMove], [1]), Scenarios, seed)[0];
        Assert.Equal([0.95m, 0.975m, 0.99m, 0.999m], risk.Measures.Select(m => m.Confidence.Value));
        MonteCarlo.AssertWithinErrors(1.6448536270, 2.0627128075, risk.Measures[0]);
        MonteCarlo.AssertWithinErrors(1.9599639845, 2.3378027922, risk.Measures[1]);
        MonteCarlo.AssertWithinErrors(2.3263478740, 2.6652142203, risk.Measures[2]);
        MonteCarlo.AssertWithinErrors(3.0902323062, 3.3670900771, risk.Measures[3]);
    }

    /// <summary>Source: the lognormal exp(0.1 Z): quantiles of 1 % and 99 % and the means beyond them.</summary>
    [Fact]
    public void A_coin_held_and_a_coin_owed_under_a_lognormal_price()
    {
        Book book = Runs.Coins(["X"], Runs.Levels(0.99), [1], [-1]);
        IReadOnlyList<AccountRisk> risks = Runs.Run(book, Runs.Model(["X"], [0.1], [1]), Scenarios, seed: 1);
        MonteCarlo.AssertWithinErrors(1 - 0.79244293082, 1 - 0.76640460826, risks[0].Measures[0]);
        MonteCarlo.AssertWithinErrors(1.2619205259 - 1, 1.3060584483 - 1, risks[1].Measures[0]);
    }

    /// <summary>Source: Student's t with five degrees of freedom, scaled to unit variance. Its draws enter as given scenarios.</summary>
    [Fact]
    public void A_linear_book_under_a_fat_tailed_factor()
    {
        const int count = 400_000;
        var random = new SplitMix(1);
        var shocks = new double[count];
        for (int s = 0; s < count; s++)
        {
            double squares = 0;
            for (int k = 0; k < 5; k++)
            {
                double z = random.Normal();
                squares += z * z;
            }
            shocks[s] = Runs.SmallMove * random.Normal() / Math.Sqrt(squares / 5) * Math.Sqrt(3.0 / 5);
        }
        Book book = Runs.Coins(["X"], Runs.Levels(0.975, 0.99), [1 / Runs.SmallMove]);
        AccountRisk risk = Runs.Run(book, new ShockMatrix([Runs.Coin("X")], count, shocks, "student"))[0];
        MonteCarlo.AssertWithinErrors(1.99116413, 2.72780207, risk.Measures[0]);
        MonteCarlo.AssertWithinErrors(2.60646357, 3.44883676, risk.Measures[1]);
    }

    /// <summary>Source: as above. The product's own Student t, drawn on the device.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20_260_101)]
    public void A_linear_book_under_the_Student_t_model(ulong seed)
    {
        Book book = Runs.Coins(["X"], Runs.Levels(0.975, 0.99), [1 / Runs.SmallMove]);
        AccountRisk risk = Runs.Run(book, Runs.StudentT(["X"], [Runs.SmallMove], [1], 5, null), Scenarios, seed)[0];
        MonteCarlo.AssertWithinErrors(1.99116413, 2.72780207, risk.Measures[0]);
        MonteCarlo.AssertWithinErrors(2.60646357, 3.44883676, risk.Measures[1]);
    }

    /// <summary>Source: as above. Under a copula of other degrees of freedom each factor keeps its own law.</summary>
    [Fact]
    public void A_linear_book_under_a_Student_t_marginal_of_a_copula()
    {
        Book book = Runs.Coins(["X", "Y"], Runs.Levels(0.975, 0.99), [1 / Runs.SmallMove, 0], [0, 1 / Runs.SmallMove]);
        EllipticalModel model = Runs.StudentT(["X", "Y"], [Runs.SmallMove, Runs.SmallMove], [1, 0, 0.6, 0.8], 3, [40, 5]);
        AccountRisk risk = Runs.Run(book, model, Scenarios, seed: 1)[1];
        MonteCarlo.AssertWithinErrors(1.99116413, 2.72780207, risk.Measures[0]);
        MonteCarlo.AssertWithinErrors(2.60646357, 3.44883676, risk.Measures[1]);
    }

    /// <summary>
    /// A book without delta: two coins that move against each other, owed in equal amounts, lose 5,000 Z^2.
    /// Source: 5,000 times the 99 % quantile of chi-squared with one degree of freedom; the mean beyond it is 1 + 2 a n(a) / 0.01, a^2 the quantile.
    /// </summary>
    [Fact]
    public void A_short_gamma_book()
    {
        const double var = 33_174.483005, move = 1e-3;
        double a = Math.Sqrt(var / 5_000);
        double es = 5_000 * (1 + 2 * a * Math.Exp(-a * a / 2) / Math.Sqrt(2 * Math.PI) / 0.01);
        Book book = Runs.Coins(["UP", "DOWN"], Runs.Levels(0.99), [-5_000 / (move * move), -5_000 / (move * move)]);
        AccountRisk risk = Runs.Run(book, Runs.Model(["UP", "DOWN"], [move, move], [1, 0, -1, 0]), Scenarios, seed: 1)[0];
        MonteCarlo.AssertWithinErrors(var, es, risk.Measures[0]);
    }
}

using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Calibration;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin;

namespace GpuRisk.Oracle.Tests;

/// <summary>Every model, calibrated on real histories and drawn from: each draws what it states.</summary>
public sealed class RealHistoryModelTests
{
    private const int Scenarios = 20_000;

    private static readonly string[] Histories =
    [
        "coins of one source, one of them by proxy at first", "coins of an exchange, one of them by proxy at first", "an index and its volatility index",
        "bitcoin and its volatility index", "twenty stocks over 32 years",
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (string history in Histories)
            {
                foreach (string model in RealModel.Names)
                    cases.Add(history, model);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_model_of_a_real_history_draws_the_volatilities_it_states(string history, string model)
    {
        RealHistory real = RealHistory.Of(history);
        RealModel chosen = RealModel.Of(model, real);
        CalibratedModel calibrated = ModelCalibration.Calibrate(real.Levels, chosen.Calibration, chosen.Simulation);
        Assert.Equal(real.Levels.Factors, calibrated.Model.Factors);
        Assert.Equal(real.Levels.Factors.Count, calibrated.Report.Factors.Count);
        Assert.All(calibrated.Report.Factors, factor => Assert.InRange(factor.Volatility, 0.001, 0.3));

        (IReadOnlyList<AccountRisk> accounts, double[][] shocks) = Draw(calibrated.Model, real, chosen.Simulation);
        for (int factor = 0; factor < shocks.Length; factor++)
        {
            Assert.All(shocks[factor], shock => Assert.True(double.IsFinite(shock)));
            if (StatedSquare(calibrated.Model, factor) is { } stated)
            {
                double square = shocks[factor].Average(x => x * x), fourth = shocks[factor].Average(x => x * x * x * x);
                Assert.Equal(stated, square, 5 * Math.Sqrt((fourth - (square * square)) / shocks[factor].Length) + (stated * Tolerance.Rounding));
            }
        }
        // An account of every spot, long, and one of the opposite positions.
        Assert.All(accounts, account => Assert.True(account.BaseEs >= account.Measures[^1].Var && account.Measures[^1].Var > 0));
    }

    [Fact]
    public void Filtered_history_has_a_fatter_tail_than_the_normal_law_of_the_same_volatilities()
    {
        foreach (string history in Histories)
            Assert.True(Es(history, "filtered-historical") > Es(history, "gaussian-ewma"), history);
    }

    [Fact]
    public void Student_t_has_a_fatter_tail_than_the_normal_law_of_the_same_volatilities()
    {
        foreach (string history in Histories)
        {
            double normal = Es(history, "gaussian-ewma");
            foreach (string model in new[] { "student-t", "t-copula" })
                Assert.True(Es(history, model) > normal, $"{history}: {model}");
        }
    }

    [Fact]
    public void The_crash_of_March_2020_is_worse_than_the_calm_of_2023()
    {
        foreach (string model in new[] { "stressed", "stressed-gaussian" })
        {
            double crash = Es(Histories[0], model), calm = Es(Histories[0], model, new HistoryWindow(new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31)));
            Assert.True(crash > 1.5 * calm, $"{model}: {crash} against {calm}");
        }
    }

    /// <summary>VaR of a mixture lies between those of its parts, and its ES is at least the parts' weighted mean: ES is concave in the law.</summary>
    [Fact]
    public void A_mixture_lies_between_its_parts()
    {
        AccountRisk gaussian = Risk(Histories[0], "gaussian-ewma"), filtered = Risk(Histories[0], "filtered-historical"), mixed = Risk(Histories[0], "mixture");
        double error = 4 * Math.Max(mixed.Measures[^1].EsError, filtered.Measures[^1].EsError);
        Assert.InRange(mixed.Measures[^1].Var, gaussian.Measures[^1].Var - error, filtered.Measures[^1].Var + error);
        Assert.True(mixed.BaseEs >= (0.6 * gaussian.BaseEs) + (0.4 * filtered.BaseEs) - error);
    }

    /// <summary>Numbers of an independent program (numpy) over the same files.</summary>
    [Fact]
    public void Proxies_and_volatilities_of_real_files_are_those_that_numpy_finds()
    {
        RealHistory coins = RealHistory.Of(Histories[0]);
        Returns returns = Returns.Of(coins.Levels, coins.Settings);
        Assert.Equal(883, returns.ProxiedCount(3));
        Assert.Equal(
            "1.107 x spot:BTC + residual drawn from the regression's, of standard deviation 0.05734; regression over 1726 days, 2020-04-11 to 2024-12-31, R^2 0.28", returns.Proxy(3));
        RealHistory exchange = RealHistory.Of(Histories[1]);
        Assert.StartsWith(
            "0.9527 x spot:BTC + residual drawn from the regression's, of standard deviation 0.06669; regression over 1629 days, 2019-07-06 to 2023-12-20, R^2 0.21",
            Returns.Of(exchange.Levels, exchange.Settings).Proxy(2), StringComparison.Ordinal);

        RealHistory bitcoin = RealHistory.Of(Histories[3]);
        RealModel equal = RealModel.Of("gaussian-equal", bitcoin);
        FactorCalibration volatility = ModelCalibration.Calibrate(bitcoin.Levels, equal.Calibration, equal.Simulation).Report.Factors[1];
        Assert.Equal(0.05032069694677036, volatility.Volatility, Tolerance.Rounding);
        Assert.Equal(786, volatility.Returns);
    }

    [Fact]
    public void A_coin_without_a_volatility_index_moves_as_bitcoin_s_does_with_bitcoin()
    {
        RealHistory coins = RealHistory.Of(Histories[3]);
        FactorProxy spot = new(RealSeries.Factor("spot:SOL"), RealSeries.Factor("spot:BTC"), 1.107, 0.057);
        FactorProxy vol = new(RealSeries.Factor("vol:SOL"), spot.Factor, Like: RealSeries.Factor("vol:BTC"), LikeOf: RealSeries.Factor("spot:BTC"));
        RealModel model = RealModel.Of("filtered-historical", coins);
        CalibratedModel calibrated = ModelCalibration.Calibrate(coins.Levels, model.Calibration with { Proxies = [vol, spot] }, model.Simulation);
        Assert.Equal(["spot:BTC", "vol:BTC", "vol:SOL", "spot:SOL"], calibrated.Model.Factors.Select(factor => factor.ToString()));
        FactorCalibration proxied = calibrated.Report.Factors[2];
        Assert.Equal(proxied.Returns, proxied.ProxiedReturns);
        Assert.StartsWith("0.02424 x spot:SOL + residual drawn from the regression's, of standard deviation 0.05032; as vol:BTC on spot:BTC: regression over 786 days", proxied.Proxy, StringComparison.Ordinal);
    }

    /// <summary>sigma_f^2 of a normal law, and of drawn changes their own mean square; null where the fourth moment may not exist or steps compound.</summary>
    private static double? StatedSquare(ScenarioModel model, int factor) => model switch
    {
        EllipticalModel { DegreesOfFreedom: null, MarginalDegreesOfFreedom: null } normal => normal.Volatilities[factor] * normal.Volatilities[factor],
        BootstrapModel { Steps: 1 } drawn => drawn.Volatilities[factor] * drawn.Volatilities[factor] * MeanSquare(drawn, factor),
        MixtureModel mixture => mixture.Components.Sum(part => part.Weight * StatedSquare(part.Model, factor)),
        GivenModel given => given.Shocks.Values.Span.Slice(factor * given.Shocks.Scenarios, given.Shocks.Scenarios).ToArray().Average(x => x * x),
        _ => null,
    };

    private static double MeanSquare(BootstrapModel drawn, int factor)
    {
        double sum = 0;
        int factors = drawn.Factors.Count;
        for (int at = factor; at < drawn.Innovations.Length; at += factors)
            sum += drawn.Innovations.Span[at] * drawn.Innovations.Span[at];
        return sum * factors / drawn.Innovations.Length;
    }

    private static double Es(string history, string model, HistoryWindow? window = null) => Risk(history, model, window).BaseEs;

    /// <summary>Of the long account.</summary>
    private static AccountRisk Risk(string history, string model, HistoryWindow? window = null)
    {
        RealHistory real = RealHistory.Of(history);
        RealModel chosen = RealModel.Of(model, real);
        return Draw(ModelCalibration.Calibrate(real.Levels, chosen.Calibration, chosen.Simulation, null, window).Model, real, chosen.Simulation).Accounts[0];
    }

    private static (IReadOnlyList<AccountRisk> Accounts, double[][] Shocks) Draw(ScenarioModel model, RealHistory real, SimulationSettings simulation)
    {
        using Accelerator accelerator = new CpuAccelerator(2);
        double[] all = [.. real.Spots.Select(_ => 1.0)];
        Book book = Runs.Coins(real.Spots, Runs.Levels(0.975, 0.99), all, [.. all.Select(q => -q)]);
        book = book.WithSettings(book.Settings with { Simulation = simulation with { Scenarios = Scenarios } });
        List<double>[] shocks = [.. model.Factors.Select(_ => new List<double>())];
        MarginRunOptions options = Runs.Quick with
        {
            Shocks = (first, count, stride, part) =>
            {
                for (int f = 0; f < shocks.Length; f++)
                    shocks[f].AddRange(part.Slice(f * stride, count));
            },
        };
        MarginResult result = MarginRun.Execute(accelerator, book, model, options, null, CancellationToken.None);
        return (result.Accounts, [.. shocks.Select(column => column.ToArray())]);
    }
}

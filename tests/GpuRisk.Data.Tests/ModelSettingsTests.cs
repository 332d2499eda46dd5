using GpuRisk.Data.Books;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Tests;

/// <summary>The settings of <c>book.json</c> that choose among scenario models: each read, written, and refused at its place.</summary>
public sealed class ModelSettingsTests
{
    private const string Every = """
        "model": "mixture", "horizonDays": 10, "horizon": "path", "seed": 7,
        "sampling": { "method": "plain", "randomisations": 64 }, "account": "A2",
        "studentT": { "degreesOfFreedom": 4.5, "marginals": true }, "overlapping": false, "revolatilisation": "mid",
        "stressed": { "from": "2020-02-01", "to": "2020-05-31", "days": 60, "model": "student-t" },
        "mixture": [{ "model": "filtered-historical", "weight": 0.7 }, { "model": "stressed", "weight": 0.3 }]
        """;

    private const string EveryCalibration = """
        "volatility": "garch", "volatilityFloor": 0.25, "suspect": "reject",
        "correlation": { "estimator": "ledoit-wolf", "lambda": 0.98, "devolatilised": true, "lookback": 120,
                         "stress": [{ "target": "one", "amount": 0.5, "factors": ["spot:*", "vol:BTC"] }, { "target": "zero", "amount": 1 }] },
        "groups": [{ "name": "volatilities", "factors": ["vol:*"], "volatility": "equal", "lambda": 0.9, "lookback": 500, "volatilityFloor": 0.5 },
                   { "name": "rest", "factors": ["basis:BTC"] }],
        "proxies": [{ "factor": "spot:SOL", "of": "spot:BTC", "beta": 1.2, "residual": 0.03 },
                    { "factor": "vol:SOL", "of": "spot:SOL", "like": "vol:BTC", "likeOf": "spot:BTC" }, { "factor": "vol:ETH", "of": "vol:BTC" }]
        """;

    [Fact]
    public void Every_member_is_read()
    {
        BookSettings settings = Read(Every, EveryCalibration).Settings;

        SimulationSettings simulation = settings.Simulation;
        Assert.Equal((ScenarioSource.Mixture, 10, HorizonRule.Path), (simulation.Model, simulation.HorizonDays, simulation.Horizon!.Value));
        Assert.Equal(new SamplingSettings { Randomisations = 64 }, simulation.Sampling);
        Assert.Equal((false, "A2"), (simulation.Net, simulation.Account));
        Assert.Equal(new StudentTSettings { DegreesOfFreedom = 4.5, Marginals = true }, simulation.StudentT);
        Assert.Equal((false, Revolatilisation.Mid), (simulation.Overlapping, simulation.Revolatilisation));
        Assert.Equal(new StressedSettings { From = new(2020, 2, 1), To = new(2020, 5, 31), Days = 60, Model = ScenarioSource.StudentT }, simulation.Stressed);
        Assert.Equal([new(ScenarioSource.FilteredHistorical, 0.7m), new MixturePart(ScenarioSource.Stressed, 0.3m)], simulation.Mixture);
        CalibrationSettings calibration = settings.Calibration;
        Assert.Equal((VolatilityEstimator.Garch, 0.25, SuspectRule.Reject), (calibration.Volatility, calibration.VolatilityFloor, calibration.Suspect));
        CorrelationSettings correlation = calibration.Correlation;
        Assert.Equal((CorrelationEstimator.LedoitWolf, 0.98, true, 120), (correlation.Estimator, correlation.Lambda, correlation.Devolatilised, correlation.Lookback));
        Assert.Equal([CorrelationTarget.One, CorrelationTarget.Zero], correlation.Stress.Select(stress => stress.Target));
        Assert.Equal([0.5, 1], correlation.Stress.Select(stress => stress.Amount));
        Assert.Equal(["spot:*", "vol:BTC"], correlation.Stress[0].Factors);
        Assert.Empty(correlation.Stress[1].Factors);
        FactorGroup group = calibration.Groups[0];
        Assert.Equal(("volatilities", VolatilityEstimator.Equal, 0.9, 500, 0.5), (group.Name, group.Volatility!.Value, group.Lambda!.Value, group.Lookback!.Value, group.VolatilityFloor!.Value));
        Assert.True(group.Contains(new FactorId(FactorKind.Vol, "SOL")));
        Assert.Equal((null, null, null, null), (calibration.Groups[1].Volatility, calibration.Groups[1].Lambda, calibration.Groups[1].Lookback, calibration.Groups[1].VolatilityFloor));
        FactorId btc = new(FactorKind.Spot, "BTC"), sol = new(FactorKind.Spot, "SOL");
        Assert.Equal(
            [new(sol, btc, 1.2, 0.03), new(new(FactorKind.Vol, "SOL"), sol, Like: new(FactorKind.Vol, "BTC"), LikeOf: btc), new FactorProxy(new(FactorKind.Vol, "ETH"), new(FactorKind.Vol, "BTC"))],
            calibration.Proxies);
    }

    [Fact]
    public void Every_member_is_written_and_reads_back_to_the_same_text()
    {
        using TemporaryFolder folder = new();
        BookWriter.Write(Read(Every, EveryCalibration), folder.At("first"));
        BookWriter.Write(BookReader.Read(folder.At("first")), folder.At("second"));

        string text = File.ReadAllText(Path.Combine(folder.At("first"), BookFiles.Settings));
        Assert.Equal(text, File.ReadAllText(Path.Combine(folder.At("second"), BookFiles.Settings)));
        string[] members =
        [
            "horizon", "sampling", "randomisations", "account", "studentT", "degreesOfFreedom", "marginals", "overlapping", "revolatilisation", "stressed", "from", "to", "days",
            "mixture", "weight", "volatilityFloor", "suspect", "correlation", "estimator", "devolatilised", "stress", "target", "amount", "groups", "proxies", "of", "beta", "residual", "like", "likeOf",
        ];
        Assert.All(members, member => Assert.Contains($"\"{member}\":", text, StringComparison.Ordinal));
    }

    /// <summary>So that books and results of earlier versions keep their bytes.</summary>
    [Fact]
    public void What_is_at_its_default_is_not_written()
    {
        using TemporaryFolder folder = new();
        BookWriter.Write(Read("\"net\": false, \"sampling\": {}", "\"correlation\": { \"stress\": [] }, \"groups\": []"), folder.At("book"));

        string text = File.ReadAllText(Path.Combine(folder.At("book"), BookFiles.Settings));
        Assert.All(
            ["net", "account", "sampling", "horizon\"", "studentT", "overlapping", "stressed", "mixture", "correlation", "groups", "proxies", "suspect", "volatilityFloor"],
            member => Assert.DoesNotContain("\"" + member, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"horizon\": \"walk\"", "horizon is 'walk'; scale | path is expected")]
    [InlineData("\"sampling\": { \"method\": \"sobol\" }", "method is 'sobol'; plain | antithetic | quasi-random | importance is expected")]
    [InlineData("\"sampling\": { \"randomisations\": 12 }", "randomisations is '12'; a power of two from 8 to 1024 is expected")]
    [InlineData("\"sampling\": { \"randomisations\": 4 }", "randomisations is '4'")]
    [InlineData("\"sampling\": { \"randomisations\": 2048 }", "randomisations is '2048'")]
    [InlineData("\"sampling\": { \"points\": 2 }", "member 'points' is unknown; method, randomisations are expected")]
    [InlineData("\"sampling\": \"plain\"", "sampling is 'plain'; an object is expected")]
    [InlineData("\"net\": 1", "net is '1'; true or false is expected")]
    [InlineData("\"account\": \"\"", "account is ''; the name of an account is expected")]
    [InlineData("\"account\": \"A9\"", "account is 'A9', which has no positions; an account of the positions is expected")]
    [InlineData("\"net\": true, \"account\": \"A1\"", "account 'A1' is given and net makes the whole book one account; one of the two is expected")]
    [InlineData("\"studentT\": { \"degreesOfFreedom\": 2 }", "degreesOfFreedom is '2'; a number above 2, at most 10000 is expected")]
    [InlineData("\"studentT\": { \"marginals\": \"yes\" }", "marginals is 'yes'; true or false is expected")]
    [InlineData("\"overlapping\": null", "overlapping is null; true or false is expected")]
    [InlineData("\"revolatilisation\": \"yesterday\"", "revolatilisation is 'yesterday'; today | mid is expected")]
    [InlineData("\"stressed\": { \"from\": \"2020-02-01\" }", "the window begins on 2020-02-01 and has no end; to, or neither, is expected")]
    [InlineData("\"stressed\": { \"to\": \"2020-02-01\" }", "the window ends on 2020-02-01 and has no beginning; from, or neither, is expected")]
    [InlineData("\"stressed\": { \"from\": \"2020-02-01\", \"to\": \"2020-01-31\" }", "the window ends on 2020-01-31, before it begins on 2020-02-01; a later day is expected")]
    [InlineData("\"stressed\": { \"from\": \"1 Feb\", \"to\": \"2020-01-31\" }", "from is '1 Feb'; a date, such as \"2020-03-12\", is expected")]
    [InlineData("\"stressed\": { \"days\": 1 }", "days is '1'; a whole number of returns from 2 is expected")]
    [InlineData("\"stressed\": { \"model\": \"mixture\" }", "model is 'mixture'; a model that is neither stressed nor a mixture is expected")]
    [InlineData("\"model\": \"mixture\"", "model is 'mixture' and no parts are given; they are expected in the section simulation of book.json, such as \"mixture\": [{\"model\": \"gaussian\", \"weight\": 0.7}, {\"model\": \"historical\", \"weight\": 0.3}]")]
    [InlineData("\"mixture\": [{ \"model\": \"gaussian\", \"weight\": 0.7 }, { \"model\": \"historical\", \"weight\": 0.2 }]", "the weights sum to 0.9; 1 is expected")]
    [InlineData("\"mixture\": [{ \"model\": \"gaussian\", \"weight\": 0.5 }, { \"model\": \"gaussian\", \"weight\": 0.5 }]", "model 'gaussian' appears twice; each model once is expected")]
    [InlineData("\"mixture\": [{ \"model\": \"mixture\", \"weight\": 1 }]", "model is 'mixture'; a model that is no mixture is expected")]
    [InlineData("\"mixture\": [{ \"model\": \"gaussian\" }]", "member 'weight' is missing; it is required")]
    [InlineData("\"mixture\": [{ \"model\": \"gaussian\", \"weight\": 0 }]", "weight is '0'; a weight above 0 and up to 1 is expected")]
    [InlineData("\"mixture\": [0.5]", "mixture is '0.5'; an object is expected")]
    [InlineData("\"model\": \"historical\", \"sampling\": { \"method\": \"antithetic\" }", "method 'antithetic' does not apply to historical scenarios; plain, or a gaussian or student-t model, is expected")]
    [InlineData("\"model\": \"stressed\", \"sampling\": { \"method\": \"quasi-random\" }", "method 'quasi-random' does not apply to historical scenarios")]
    [InlineData("\"sampling\": { \"method\": \"importance\" }", "method 'importance' leads the scenarios towards the losses of one account; --net or --account NAME of gpurisk run, or \"net\": true or \"account\": \"NAME\" in the section simulation of book.json, is expected beside it")]
    [InlineData("\"net\": true, \"model\": \"student-t\", \"sampling\": { \"method\": \"importance\" }", "method 'importance' does not apply to student-t scenarios; plain, or a gaussian model, is expected")]
    public void A_wrong_setting_of_the_simulation_is_one_problem(string members, string message) => AssertOneProblem(members, "", message);

    [Theory]
    [InlineData("\"volatilityFloor\": -0.5", "volatilityFloor is '-0.5'; a fraction from 0 to 10, such as 0.5 for 50 %, is expected")]
    [InlineData("\"volatilityFloor\": 50", "volatilityFloor is '50'; a fraction from 0 to 10, such as 0.5 for 50 %, is expected")]
    [InlineData("\"groups\": [{ \"name\": \"a\", \"factors\": [\"vol:*\"], \"volatilityFloor\": 10.5 }]", "volatilityFloor is '10.5'; a fraction from 0 to 10")]
    [InlineData("\"suspect\": \"ignore\"", "suspect is 'ignore'; warn | reject is expected")]
    [InlineData("\"volatility\": \"arch\"", "volatility is 'arch'; ewma | equal | garch is expected")]
    [InlineData("\"correlation\": { \"estimator\": \"kendall\" }", "estimator is 'kendall'; sample | ewma | ledoit-wolf is expected")]
    [InlineData("\"correlation\": { \"lambda\": 1 }", "lambda is '1'; a decay strictly between 0 and 1 is expected")]
    [InlineData("\"correlation\": { \"lookback\": -1 }", "lookback is '-1'")]
    [InlineData("\"correlation\": { \"stress\": [{ \"target\": \"one\" }] }", "member 'amount' is missing")]
    [InlineData("\"correlation\": { \"stress\": [{ \"target\": \"minus one\", \"amount\": 1 }] }", "target is 'minus one'; one | zero is expected")]
    [InlineData("\"correlation\": { \"stress\": [{ \"target\": \"one\", \"amount\": 1.5 }] }", "amount is '1.5'; a number from 0 to 1 is expected")]
    [InlineData("\"correlation\": { \"stress\": [{ \"target\": \"one\", \"amount\": 1, \"factors\": [\"BTC\"] }] }", "factors is 'BTC'; a factor, such as \"spot:BTC\", or all of a kind, \"vol:*\", is expected")]
    [InlineData("\"groups\": [{ \"factors\": [\"vol:*\"] }]", "member 'name' is missing")]
    [InlineData("\"groups\": [{ \"name\": \"a\" }]", "member 'factors' is missing")]
    [InlineData("\"groups\": [{ \"name\": \"a\", \"factors\": [] }]", "factors is an array; at least one factor, such as \"spot:BTC\", or \"vol:*\", is expected")]
    [InlineData("\"groups\": [{ \"name\": \"a\", \"factors\": [\"vol:*\"] }, { \"name\": \"a\", \"factors\": [\"spot:*\"] }]", "group 'a' appears twice; each name once is expected")]
    [InlineData("\"groups\": [{ \"name\": \"a\", \"factors\": [\"vol:*\"], \"lambda\": 0 }]", "lambda is '0'; a decay")]
    [InlineData("\"groups\": [{ \"name\": \"a\", \"factors\": [\"vol:*\"], \"half\": 0 }]", "member 'half' is unknown; name, factors, volatility, lambda, lookback, volatilityFloor are expected")]
    [InlineData("\"proxies\": [{ \"factor\": \"spot:SOL\" }]", "member 'of' is missing")]
    [InlineData("\"proxies\": [{ \"factor\": \"spot:*\", \"of\": \"spot:BTC\" }]", "factor is 'spot:*'; a factor, such as \"spot:BTC\", is expected")]
    [InlineData("\"proxies\": [{ \"factor\": \"spot:BTC\", \"of\": \"spot:BTC\" }]", "spot:BTC is its own proxy; another factor is expected")]
    [InlineData("\"proxies\": [{ \"factor\": \"spot:A\", \"of\": \"spot:BTC\" }, { \"factor\": \"spot:A\", \"of\": \"spot:ETH\" }]", "spot:A has two proxies; one is expected")]
    [InlineData("\"proxies\": [{ \"factor\": \"spot:A\", \"of\": \"spot:BTC\", \"residual\": -1 }]", "residual is '-1'; a standard deviation of a day from 0 to 1, a fraction such as 0.03 for 3 %, is expected")]
    [InlineData("\"proxies\": [{ \"factor\": \"spot:A\", \"of\": \"spot:BTC\", \"residual\": 3 }]", "residual is '3'; a standard deviation of a day from 0 to 1, a fraction such as 0.03 for 3 %, is expected")]
    [InlineData("\"proxies\": [{ \"factor\": \"spot:A\", \"of\": \"spot:BTC\", \"beta\": 120 }]", "beta is '120'; a number from -50 to 50, such as 1.2 where a percentage would be 120 %, is expected")]
    [InlineData("\"proxies\": [{ \"factor\": \"spot:A\", \"of\": \"spot:BTC\", \"beta\": -50.5 }]", "beta is '-50.5'; a number from -50 to 50")]
    [InlineData("\"proxies\": [{ \"factor\": \"spot:A\", \"of\": \"spot:BTC\", \"like\": \"spot:ETH\" }]", "one of like and likeOf is given; both, a pair of factors, or neither are expected")]
    [InlineData("\"proxies\": [{ \"factor\": \"spot:A\", \"of\": \"spot:BTC\", \"like\": \"spot:ETH\", \"likeOf\": \"spot:ETH\" }]", "like and likeOf are both spot:ETH; two factors are expected")]
    [InlineData("\"proxies\": [{ \"factor\": \"spot:A\", \"of\": \"spot:BTC\", \"beta\": 1, \"like\": \"spot:ETH\", \"likeOf\": \"spot:BTC\" }]", "beta or residual is given beside like")]
    public void A_wrong_setting_of_the_calibration_is_one_problem(string members, string message) => AssertOneProblem("", members, message);

    [Fact]
    public void Proxies_that_lead_back_are_refused_each()
    {
        InvalidInputException thrown = Assert.Throws<InvalidInputException>(() => Read(
            "", "\"proxies\": [{ \"factor\": \"spot:A\", \"of\": \"spot:B\" }, { \"factor\": \"spot:B\", \"of\": \"spot:A\" }, { \"factor\": \"spot:C\", \"of\": \"spot:BTC\" }]"));
        Assert.Equal(2, thrown.Problems.Count);
        Assert.All(thrown.Problems, problem => Assert.Contains("back to it", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_is_reported_where_its_member_stands()
    {
        InvalidInputException thrown = Assert.Throws<InvalidInputException>(() => Read(
            "\"seed\": 1,\n    \"mixture\": [{ \"model\": \"gaussian\", \"weight\": 0.5 },\n      { \"weight\": 0.5, \"model\": \"mixture\" }]", "\"lambda\": 2"));
        Assert.Equal(["book.json:8:33", "book.json:9:30"], thrown.Problems.Select(problem => $"{problem.File}:{problem.Line}:{problem.Column}"));
    }

    private static void AssertOneProblem(string simulation, string calibration, string message)
    {
        InvalidInputException thrown = Assert.Throws<InvalidInputException>(() => Read(simulation, calibration));
        string problem = Assert.Single(thrown.Problems).ToString();
        Assert.StartsWith("book.json:", problem, StringComparison.Ordinal);
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    private static Book Read(string simulation, string calibration)
    {
        using TemporaryFolder folder = new();
        SmallBook.WriteTo(folder.Path);
        // A given correlation would have to have the factors of the proxies too.
        File.Delete(folder.At("correlation.csv"));
        File.WriteAllText(folder.At("book.json"), $$"""
            {
              "name": "desk",
              "asOf": "2026-01-10T00:00:00Z",
              "currency": "USD",
              "simulation": {
                {{simulation}} },
              "calibration": { {{calibration}} }
            }
            """);
        return BookReader.Read(folder.Path);
    }
}

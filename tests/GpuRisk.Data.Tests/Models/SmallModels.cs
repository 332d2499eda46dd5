using GpuRisk.Data.Models;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Tests.Models;

/// <summary>A model of each type, with numbers at the ends of their ranges.</summary>
public static class SmallModels
{
    private static readonly FactorId[] Factors = [new(FactorKind.Spot, "BTC"), new(FactorKind.Vol, "coin, of \"BTC\"")];

    public static ScenarioModel Of(string type) => type switch
    {
        "normal" => Elliptical(null, null),
        "student" => Elliptical(4.2, null),
        "copula" => Elliptical(4.2, [2.0000000000000004, 9999.5]),
        "path" => Path(),
        "bootstrap" => Bootstrap(),
        "given" => Given(["2020-03-12", "up 10 %\"\\"]),
        "unnamed" => Given(null),
        "mixture" => new MixtureModel { Name = "mixture", Components = [new(Elliptical(4.2, null), 0.7), new(Bootstrap(), 0.3)] },
        _ => throw new ArgumentException(type, nameof(type)),
    };

    public static ModelFile File(ScenarioModel model) => new()
    {
        Version = "0.1.0",
        Book = "Zoë's \"book\"",
        AsOf = new DateTimeOffset(2026, 1, 10, 9, 30, 0, TimeSpan.Zero).AddTicks(1_234_567),
        Inputs = [new FileFingerprint("history.csv", 123, new string('a', 64))],
        Simulation = new SimulationSettings { Model = ScenarioSource.StudentT, HorizonDays = 10, Horizon = HorizonRule.Path },
        Calibration = new CalibrationSettings { Volatility = VolatilityEstimator.Garch },
        Report = Report,
        Model = model,
    };

    private static CalibrationReport Report => new()
    {
        Model = "student-t-garch",
        Factors =
        [
            new FactorCalibration
            {
                Factor = Factors[0], Volatility = 1.0 / 3, Rule = "GARCH(1,1)", Garch = new GarchParameters(-1e-5, 1e-6, 0.1, 0.88, -1234.5678901234567), Floor = 0.01,
                Returns = 500, ProxiedReturns = 20, First = new(2024, 1, 2), Last = new(2026, 1, 10), DegreesOfFreedom = 3.9, Proxy = "1.2 x spot:ETH",
            },
            new FactorCalibration { Factor = Factors[1], Volatility = 0, Rule = "EWMA 0.97", Returns = 0 },
        ],
        Correlation = [1, -0.6, -0.6, 1],
        CorrelationRule = "sample",
        DegreesOfFreedom = 4.2,
        Repair = new CorrelationRepairRecord(-0.25, 0.125, 7),
        Returns = 500,
        First = new(2024, 1, 2),
        Last = new(2026, 1, 10),
        Notes = ["one", "two"],
        Warnings = ["spot:BTC looks wrong"],
        WorstFit = new QuantilePlot(Factors[0], "Student t, 4.2 degrees of freedom", [-1.5, 0, 1.5], [-2.25, 0.1, 5e-324]),
    };

    private static EllipticalModel Elliptical(double? nu, double[]? own) => new()
    {
        Name = "student-t-garch",
        Factors = Factors,
        Volatilities = [1.0 / 3, 0],
        // A row of length 1 to the last bit but one, as a factorisation leaves it.
        Cholesky = [1, 0, -0.6, 0.8000000000000002],
        DegreesOfFreedom = nu,
        MarginalDegreesOfFreedom = own,
    };

    private static EllipticalModel Path() => new()
    {
        Name = "gaussian-garch",
        Factors = Factors,
        Volatilities = [0.1 + 0.2, 5e-324],
        Cholesky = [1, 0, -0.6, 0.8],
        Steps = 10,
        Dynamics = new VarianceDynamics([1e-6, 0], [0.1, 0.03], [0.88, 0.97]),
    };

    private static BootstrapModel Bootstrap() => new()
    {
        Name = "filtered-historical",
        Factors = Factors,
        Innovations = (double[])[-0.0, 1.7976931348623157e308, 1.0 / 3, -5e-324, 0.5, 2],
        Dates = [new(2020, 3, 11), new(2020, 3, 12), new(2020, 3, 15)],
        Volatilities = [1, 2],
        Steps = 10,
        Dynamics = new VarianceDynamics([0, 0], [0.03, 0.03], [0.97, 0.97]),
    };

    private static GivenModel Given(string[]? labels) =>
        new() { Name = "historical", Shocks = new ShockMatrix(Factors, 2, [-0.5, 1e-300, 0.8, -0.0], "historical", labels) };
}

using GpuRisk.Domain.Settings;

namespace GpuRisk.Oracle.Tests;

/// <summary>A model of the family, by a short name.</summary>
internal sealed record RealModel(CalibrationSettings Calibration, SimulationSettings Simulation)
{
    public static readonly string[] Names =
    [
        "gaussian-equal", "gaussian-ewma", "gaussian-garch", "student-t", "t-copula", "historical", "filtered-historical", "filtered-historical-garch", "stressed", "stressed-gaussian",
        "mixture",
    ];

    public static RealModel Of(string name, RealHistory history)
    {
        VolatilityEstimator volatility = name.EndsWith("garch", StringComparison.Ordinal) ? VolatilityEstimator.Garch
            : name.EndsWith("equal", StringComparison.Ordinal) ? VolatilityEstimator.Equal : VolatilityEstimator.Ewma;
        return new RealModel(history.Settings with { Volatility = volatility }, Settings(name, history));
    }

    private static SimulationSettings Settings(string name, RealHistory history)
    {
        SimulationSettings simulation = new() { Seed = 5 };
        return name switch
        {
            "student-t" => simulation with { Model = ScenarioSource.StudentT },
            "t-copula" => simulation with { Model = ScenarioSource.StudentT, StudentT = new StudentTSettings { Marginals = true } },
            "historical" => simulation with { Model = ScenarioSource.Historical },
            "filtered-historical" or "filtered-historical-garch" => simulation with { Model = ScenarioSource.FilteredHistorical },
            "stressed" => simulation with { Model = ScenarioSource.Stressed, Stressed = Crash(history) },
            "stressed-gaussian" => simulation with { Model = ScenarioSource.Stressed, Stressed = Crash(history) with { Model = ScenarioSource.Gaussian } },
            "mixture" => simulation with
            {
                Model = ScenarioSource.Mixture,
                Mixture = [new MixturePart(ScenarioSource.Gaussian, 0.6m), new MixturePart(ScenarioSource.FilteredHistorical, 0.4m)],
            },
            _ => simulation,
        };
    }

    /// <summary>The months about March 2020, or where the history does not have them the year 2008, or else its first year.</summary>
    private static StressedSettings Crash(RealHistory history)
    {
        IReadOnlyList<DateOnly> dates = history.Levels.Dates;
        (DateOnly from, DateOnly to) = dates[0] > new DateOnly(2020, 1, 1) ? (dates[1], dates[0].AddYears(1))
            : dates[^1] > new DateOnly(2020, 4, 30) ? (new DateOnly(2020, 1, 1), new DateOnly(2020, 4, 30))
            : (new DateOnly(2008, 7, 1), new DateOnly(2008, 12, 31));
        return new StressedSettings { From = from, To = to };
    }
}

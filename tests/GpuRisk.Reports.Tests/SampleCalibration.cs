using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Reports.Tests;

/// <summary>Made-up calibrations.</summary>
internal static class SampleCalibration
{
    /// <summary>Correlations fall with the distance of two factors; factor 1 moves against the others.</summary>
    public static CalibrationReport Of(int factors, int points = 0) => new()
    {
        Model = "student-t-ewma",
        Factors = [.. Enumerable.Range(0, factors).Select(Factor)],
        Correlation = [.. Enumerable.Range(0, factors).SelectMany(row => Enumerable.Range(0, factors).Select(column => Correlation(row, column)))],
        CorrelationRule = "sample, zero mean, equal weights",
        DegreesOfFreedom = 4.2,
        Returns = 749,
        First = new DateOnly(2024, 6, 12),
        Last = new DateOnly(2026, 6, 30),
        Notes = [],
        Warnings = [],
        WorstFit = points == 0 ? null : Quantiles(points),
    };

    /// <summary>A calibration that says <paramref name="name"/> wherever one can say anything.</summary>
    public static CalibrationReport Saying(string name) => Of(3, 20) with
    {
        Model = name,
        Factors = [.. Enumerable.Range(0, 3).Select(i => Factor(i) with { Factor = new FactorId(FactorKind.Spot, name), Rule = name, Proxy = name })],
        CorrelationRule = name,
        Notes = [name],
        Warnings = [name],
        WorstFit = Quantiles(20) with { Factor = new FactorId(FactorKind.Spot, name), Law = name },
    };

    public static FactorCalibration Factor(int number) => new()
    {
        Factor = new FactorId(FactorKind.Spot, $"F{number}"),
        Volatility = 0.01 * (number + 1),
        Rule = "EWMA 0.97",
        Returns = 749 - number,
        First = new DateOnly(2024, 6, 12),
        Last = new DateOnly(2026, 6, 30),
    };

    public static QuantilePlot Quantiles(int points) => new(
        new FactorId(FactorKind.Spot, "F0"), "normal law",
        [.. Enumerable.Range(0, points).Select(i => (i + 0.5) / points * 4 - 2)], [.. Enumerable.Range(0, points).Select(i => (i + 0.5) / points * 6 - 3)]);

    private static double Correlation(int row, int column) => row == column ? 1 : (row == 1 || column == 1 ? -1 : 1) * 0.9 / (1 + Math.Abs(row - column));
}

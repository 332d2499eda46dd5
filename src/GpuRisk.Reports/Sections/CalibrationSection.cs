using System.Globalization;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;
using GpuRisk.Reports.Svg;

namespace GpuRisk.Reports.Sections;

/// <summary>How the scenario model came about: the sample, the volatilities, the dependence, and how well the law fits where it fits worst.</summary>
internal static class CalibrationSection
{
    public static void Write(MarkupWriter page, RunResult result)
    {
        if (result.Calibration is not { } calibration)
            return;
        using (page.In("section", ("id", "calibration")))
        {
            page.Leaf("h2", "Calibration of the scenario model");
            Facts(page, calibration);
            VolatilityTable.Write(page, calibration);
            Pictures(page, calibration);
        }
    }

    private static void Facts(MarkupWriter page, CalibrationReport calibration)
    {
        using (page.In("dl", ("class", "method")))
        {
            Fact(page, "Model", calibration.Model);
            if (calibration.Returns > 0)
                Fact(page, "Sample", $"{Figure.Count(calibration.Returns, "one-day return")}{Range(calibration.First, calibration.Last)}");
            if (calibration.CorrelationRule.Length > 0)
                Fact(page, "Correlation", calibration.CorrelationRule);
            if (calibration.DegreesOfFreedom is { } nu)
                Fact(page, "Degrees of freedom", Figure.DegreesOfFreedom(nu));
            if (calibration.Repair is { } repair)
                Fact(page, "Repair", Repair(repair));
            if (calibration.Warnings.Count > 0)
                Fact(page, "Warnings", $"{Figure.Count(calibration.Warnings.Count, "warning")}, at the top of this page");
        }
    }

    private static string Range(DateOnly? first, DateOnly? last) =>
        first is { } from && last is { } to ? $", {Figure.Day(from)} to {Figure.Day(to)}" : "";

    private static string Repair(CorrelationRepairRecord repair) => string.Create(
        CultureInfo.InvariantCulture,
        $"the matrix was not positive definite (smallest eigenvalue {repair.SmallestEigenvalueBefore:0.###e+0}); the nearest correlation matrix lies {repair.FrobeniusDistance:0.###e+0} away (Frobenius), found in {Figure.Count(repair.Iterations, "iteration")}");

    private static void Fact(MarkupWriter page, string name, string text)
    {
        using (page.In("div"))
        {
            page.Leaf("dt", name);
            using (page.In("dd"))
                page.Leaf("bdi", text);
        }
    }

    private static void Pictures(MarkupWriter page, CalibrationReport calibration)
    {
        CorrelationMatrix? matrix = CorrelationMatrix.Of(calibration);
        if (matrix is null && calibration.WorstFit is null)
            return;
        using (page.In("div", ("class", "pair fits")))
        {
            if (matrix is not null)
                Correlations(page, matrix);
            if (calibration.WorstFit is { } fit)
            {
                using (page.In("div"))
                {
                    page.Leaf("h3", "How well the law fits, where it fits worst");
                    using (page.ScrollBox($"Quantiles of {fit.Factor}, chart"))
                        QuantileChart.Draw(page, fit);
                }
            }
        }
    }

    private static void Correlations(MarkupWriter page, CorrelationMatrix matrix)
    {
        using (page.In("div"))
        {
            page.Leaf("h3", "Correlation");
            using (page.ScrollBox("Correlation of the factors, chart"))
                CorrelationHeatMap.Draw(page, matrix);
            CorrelationFigures.Write(page, matrix);
        }
    }
}

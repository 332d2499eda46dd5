using System.Globalization;
using GpuRisk.Data.Json;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Data.Models;

/// <summary>Whether a model, its settings and the report on its calibration speak of the same thing.</summary>
internal static class ModelChecks
{
    public static void Check(JsonObjectReader json, ScenarioModel model, int horizonDays, CalibrationReport report)
    {
        CheckSteps(json, "model", model, horizonDays);
        JsonPlaced section = json.Source.Nearest("calibration.factors");
        if (!report.Factors.Select(factor => factor.Factor).SequenceEqual(model.Factors))
        {
            json.ReportAt(section, "the calibration has other factors than the model, or another order of them; the model's factors in its order are expected");
            return;
        }

        for (int i = 0; i < report.Correlation.Count; i += report.Factors.Count + 1)
        {
            if (report.Correlation[i] != 1)
                json.ReportAt(json.Source.Nearest($"calibration.correlation.{i / report.Factors.Count}"), "the diagonal of the correlation is not 1; 1 is expected");
        }

        if (model is EllipticalModel elliptical)
            CheckCorrelation(json, elliptical, report);
    }

    /// <summary>A model of other steps would be over another horizon than the settings say, and the result with it.</summary>
    private static void CheckSteps(JsonObjectReader json, string path, ScenarioModel model, int horizonDays)
    {
        int steps = model switch
        {
            EllipticalModel elliptical => elliptical.Steps,
            BootstrapModel bootstrap => bootstrap.Steps,
            _ => 1,
        };
        if (steps != 1 && steps != horizonDays)
            json.ReportAt(json.Source.Nearest($"{path}.steps"), string.Create(CultureInfo.InvariantCulture, $"steps is '{steps}' and horizonDays {horizonDays}; 1 or the days of the horizon is expected"));
        if (model is MixtureModel mixture)
        {
            for (int i = 0; i < mixture.Components.Count; i++)
                CheckSteps(json, $"{path}.components.{i}.model", mixture.Components[i].Model, horizonDays);
        }
    }

    /// <summary>L L' is the correlation.</summary>
    private static void CheckCorrelation(JsonObjectReader json, EllipticalModel model, CalibrationReport report)
    {
        int n = model.Factors.Count;
        double[] lower = [.. model.Cholesky];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double product = 0;
                for (int k = 0; k <= j; k++)
                    product += lower[(i * n) + k] * lower[(j * n) + k];
                if (Math.Abs(product - report.Correlation[(i * n) + j]) <= CholeskyRows.Rounding)
                    continue;
                json.ReportAt(json.Source.Nearest($"calibration.correlation.{i}.{j}"), string.Create(
                    CultureInfo.InvariantCulture,
                    $"the correlation of {model.Factors[i]} and {model.Factors[j]} is {report.Correlation[(i * n) + j]} and the model's cholesky gives {product}; the same is expected"));
            }
        }
    }
}

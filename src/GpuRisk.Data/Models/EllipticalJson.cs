using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Data.Models;

/// <summary>An <see cref="EllipticalModel"/> in JSON.</summary>
internal static class EllipticalJson
{
    public static void Write(Utf8JsonWriter json, EllipticalModel model)
    {
        StepsJson.Write(json, model.Steps);
        if (model.DegreesOfFreedom is { } nu)
            json.WriteNumber("degreesOfFreedom", nu);
        new FactorRows(model.Factors, model.Volatilities, model.MarginalDegreesOfFreedom, model.Dynamics).Write(json);
        TriangleJson.Write(json, "cholesky", model.Cholesky, model.Factors.Count);
    }

    /// <returns>Null where something is wrong, which is then reported.</returns>
    public static EllipticalModel? Read(JsonObjectReader json, string name)
    {
        int steps = StepsJson.Read(json);
        double? nu = json.NumberOrNull<double>("degreesOfFreedom", DegreesOfFreedom.AreValid, DegreesOfFreedom.Expected);
        FactorRows rows = FactorRows.Read(json, withDegreesOfFreedom: true);
        if (rows.MarginalDegreesOfFreedom is not null && json.Take("degreesOfFreedom") is null)
            json.ReportAt(json.Source, "factors have degreesOfFreedom of their own and the model has none; degreesOfFreedom of the copula is expected");
        if (TriangleJson.Read(json, "cholesky", rows.Factors.Count) is not { } cholesky)
            return null;
        CholeskyRows.Check(json, rows.Factors, cholesky);
        return new EllipticalModel
        {
            Name = name,
            Factors = rows.Factors,
            Volatilities = rows.Volatilities,
            Cholesky = cholesky,
            DegreesOfFreedom = nu,
            MarginalDegreesOfFreedom = rows.MarginalDegreesOfFreedom,
            Steps = steps,
            Dynamics = rows.Dynamics,
        };
    }
}

using System.Text.Json;
using GpuRisk.Data.Books.Sections;
using GpuRisk.Data.Json;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Data.Models;

/// <summary>How each factor was calibrated: the array <c>factors</c> of <c>calibration</c>.</summary>
internal static class FactorCalibrationJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<FactorCalibration> factors)
    {
        json.WriteStartArray("factors");
        foreach (FactorCalibration factor in factors)
            JsonLine.WriteObject(json, line => WriteMembers(line, factor));
        json.WriteEndArray();
    }

    public static List<FactorCalibration> Read(JsonObjectReader json)
    {
        List<FactorCalibration> factors = [];
        foreach (JsonObjectReader row in json.Objects("factors"))
        {
            factors.Add(ReadFactor(row));
            row.RejectUnknown();
        }

        return factors;
    }

    private static void WriteMembers(Utf8JsonWriter json, FactorCalibration factor)
    {
        json.WriteString("factor", factor.Factor.ToString());
        json.WriteNumber("volatility", factor.Volatility);
        json.WriteString("rule", factor.Rule);
        if (factor.Garch is { } garch)
            WriteGarch(json, garch);
        if (factor.Floor is { } floor)
            json.WriteNumber("floor", floor);
        json.WriteNumber("returns", factor.Returns);
        json.WriteNumber("proxiedReturns", factor.ProxiedReturns);
        DatesJson.Write(json, factor.First, factor.Last);
        if (factor.DegreesOfFreedom is { } nu)
            json.WriteNumber("degreesOfFreedom", nu);
        if (factor.Proxy is { } proxy)
            json.WriteString("proxy", proxy);
    }

    private static FactorCalibration ReadFactor(JsonObjectReader row)
    {
        row.Take("volatility", required: true);
        (DateOnly? first, DateOnly? last) = DatesJson.Read(row);
        return new FactorCalibration
        {
            Factor = FactorNames.Factor(row, "factor", required: true) ?? default,
            Volatility = row.Number("volatility", 0.0, static sigma => sigma >= 0, "a volatility from 0"),
            Rule = ReportJson.Text(row, "rule"),
            Garch = ReadGarch(row.Section("garch")),
            Floor = row.NumberOrNull<double>("floor", static floor => floor >= 0, "a volatility from 0"),
            Returns = ReportJson.Count(row, "returns"),
            ProxiedReturns = ReportJson.Count(row, "proxiedReturns"),
            First = first,
            Last = last,
            DegreesOfFreedom = row.NumberOrNull<double>("degreesOfFreedom", DegreesOfFreedom.AreValid, DegreesOfFreedom.Expected),
            Proxy = row.Text("proxy", required: false, static _ => true, "a string"),
        };
    }

    private static void WriteGarch(Utf8JsonWriter json, GarchParameters garch)
    {
        json.WriteStartObject("garch");
        json.WriteNumber("mean", garch.Mean);
        json.WriteNumber("omega", garch.Omega);
        json.WriteNumber("alpha", garch.Alpha);
        json.WriteNumber("beta", garch.Beta);
        json.WriteNumber("logLikelihood", garch.LogLikelihood);
        json.WriteEndObject();
    }

    private static GarchParameters? ReadGarch(JsonObjectReader? json)
    {
        if (json is null)
            return null;
        GarchParameters garch = new(
            ReportJson.Number(json, "mean"), ReportJson.Number(json, "omega"), ReportJson.Number(json, "alpha"), ReportJson.Number(json, "beta"),
            ReportJson.Number(json, "logLikelihood"));
        json.RejectUnknown();
        return garch;
    }
}

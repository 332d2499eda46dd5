using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Data.Models;

/// <summary>A calibration report in JSON: the section <c>calibration</c>.</summary>
internal static class ReportJson
{
    public static void Write(Utf8JsonWriter json, CalibrationReport report)
    {
        json.WriteStartObject("calibration");
        json.WriteString("model", report.Model);
        json.WriteNumber("returns", report.Returns);
        DatesJson.Write(json, report.First, report.Last);
        json.WriteString("correlationRule", report.CorrelationRule);
        if (report.DegreesOfFreedom is { } nu)
            json.WriteNumber("degreesOfFreedom", nu);
        if (report.Repair is { } repair)
            WriteRepair(json, repair);
        FactorCalibrationJson.Write(json, report.Factors);
        TriangleJson.Write(json, "correlation", report.Correlation, report.Factors.Count);
        WriteLines(json, "notes", report.Notes);
        WriteLines(json, "warnings", report.Warnings);
        if (report.WorstFit is { } fit)
            QuantilesJson.Write(json, fit);
        json.WriteEndObject();
    }

    /// <returns>Null where something is wrong, which is then reported.</returns>
    public static CalibrationReport? Read(JsonObjectReader? json)
    {
        if (json is null)
            return null;
        int before = json.ProblemCount;
        (DateOnly? first, DateOnly? last) = DatesJson.Read(json);
        List<FactorCalibration> factors = FactorCalibrationJson.Read(json);
        CalibrationReport report = new()
        {
            Model = Text(json, "model"),
            Factors = factors,
            Correlation = TriangleJson.Read(json, "correlation", factors.Count) is { } lower ? TriangleJson.Mirrored(lower, factors.Count) : [],
            CorrelationRule = Text(json, "correlationRule"),
            DegreesOfFreedom = json.NumberOrNull<double>("degreesOfFreedom", DegreesOfFreedom.AreValid, DegreesOfFreedom.Expected),
            Repair = ReadRepair(json.Section("repair")),
            Returns = Count(json, "returns"),
            First = first,
            Last = last,
            Notes = Lines(json, "notes"),
            Warnings = Lines(json, "warnings"),
            WorstFit = QuantilesJson.Read(json.Section("worstFit")),
        };
        json.RejectUnknown();
        return json.ProblemCount == before ? report : null;
    }

    public static string Text(JsonObjectReader json, string name) => json.Text(name, required: true, static _ => true, "a string") ?? "";

    public static int Count(JsonObjectReader json, string name)
    {
        json.Take(name, required: true);
        return json.Number(name, 0, static count => count >= 0, "a whole number from 0");
    }

    public static double Number(JsonObjectReader json, string name)
    {
        json.Take(name, required: true);
        return json.Number(name, 0.0, static _ => true, "a number");
    }

    private static void WriteRepair(Utf8JsonWriter json, CorrelationRepairRecord repair)
    {
        json.WriteStartObject("repair");
        json.WriteNumber("smallestEigenvalueBefore", repair.SmallestEigenvalueBefore);
        json.WriteNumber("frobeniusDistance", repair.FrobeniusDistance);
        json.WriteNumber("iterations", repair.Iterations);
        json.WriteEndObject();
    }

    private static CorrelationRepairRecord? ReadRepair(JsonObjectReader? json)
    {
        if (json is null)
            return null;
        CorrelationRepairRecord repair = new(Number(json, "smallestEigenvalueBefore"), Number(json, "frobeniusDistance"), Count(json, "iterations"));
        json.RejectUnknown();
        return repair;
    }

    private static void WriteLines(Utf8JsonWriter json, string name, IReadOnlyList<string> lines)
    {
        json.WriteStartArray(name);
        foreach (string line in lines)
            json.WriteStringValue(line);
        json.WriteEndArray();
    }

    private static IReadOnlyList<string> Lines(JsonObjectReader json, string name) => json.Texts(name, required: true, static _ => true, "a string") ?? [];
}

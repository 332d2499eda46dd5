using System.Text.Json;
using GpuRisk.Data.Books.Sections;
using GpuRisk.Data.Json;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Data.Models;

/// <summary>Expected and observed quantiles of a factor: the section <c>worstFit</c>.</summary>
internal static class QuantilesJson
{
    public static void Write(Utf8JsonWriter json, QuantilePlot plot)
    {
        json.WriteStartObject("worstFit");
        json.WriteString("factor", plot.Factor.ToString());
        json.WriteString("law", plot.Law);
        WriteNumbers(json, "expected", plot.Expected);
        WriteNumbers(json, "observed", plot.Observed);
        json.WriteEndObject();
    }

    public static QuantilePlot? Read(JsonObjectReader? json)
    {
        if (json is null)
            return null;
        double[] expected = ReadNumbers(json, "expected"), observed = ReadNumbers(json, "observed");
        if (expected.Length != observed.Length && json.Take("observed") is { } numbers)
            json.ReportAt(numbers, $"observed has {observed.Length} numbers and expected {expected.Length}; as many are expected");
        QuantilePlot plot = new(FactorNames.Factor(json, "factor", required: true) ?? default, ReportJson.Text(json, "law"), expected, observed);
        json.RejectUnknown();
        return plot;
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IReadOnlyList<double> numbers)
    {
        json.WriteStartArray(name);
        NumberRows.WriteRow(json, [.. numbers]);
        json.WriteEndArray();
    }

    /// <summary>One row, so that it stands in one line.</summary>
    private static double[] ReadNumbers(JsonObjectReader json, string name)
    {
        if (json.Items(name, required: true) is not { } rows)
            return [];
        if (rows is [{ Sort: JsonSort.Array } row])
            return NumberRows.Read(json, name, row, row.Items.Count) ?? [];
        json.ReportAt(json.Take(name)!, $"{name} is no row of numbers; an array of one row is expected");
        return [];
    }
}

using System.Text.Json;
using GpuRisk.Data.Books.Sections;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Data.Models;

/// <summary>A <see cref="GivenModel"/> in JSON: a line a scenario.</summary>
internal static class GivenJson
{
    public static void Write(Utf8JsonWriter json, GivenModel model)
    {
        ShockMatrix shocks = model.Shocks;
        json.WriteString("source", shocks.Source);
        FactorNames.Write(json, [.. shocks.Factors.Select(factor => factor.ToString())]);
        json.WriteStartArray("scenarios");
        double[] row = new double[shocks.Factors.Count];
        for (int s = 0; s < shocks.Scenarios; s++)
        {
            for (int f = 0; f < row.Length; f++)
                row[f] = shocks.Values.Span[(f * shocks.Scenarios) + s];
            NumberRows.WriteRow(json, "scenario", shocks.Labels?[s], "shocks", row);
        }

        json.WriteEndArray();
    }

    /// <returns>Null where something is wrong, which is then reported.</returns>
    public static GivenModel? Read(JsonObjectReader json, string name)
    {
        string source = json.Text("source", required: true, static text => TableName.IsValid(text), "a name") ?? "";
        List<FactorId> factors = ReadFactors(json);
        List<string> labels = [];
        List<double[]> rows = [];
        bool? isLabelled = null;
        foreach (JsonObjectReader scenario in json.Objects("scenarios"))
        {
            isLabelled ??= scenario.MemberNames.Contains("scenario");
            if (isLabelled == true)
                labels.Add(scenario.Name("scenario") ?? "");
            if (scenario.Take("shocks", required: true) is { } values && NumberRows.Read(scenario, "shocks", values, factors.Count) is { } shocks)
                rows.Add(shocks);
            scenario.RejectUnknown();
        }

        if (json.Take("scenarios") is { Sort: JsonSort.Array, Items.Count: 0 } none)
            json.Report("scenarios", none, "at least one scenario");
        return rows.Count == 0 || factors.Count == 0 || (labels.Count > 0 && labels.Count != rows.Count)
            ? null
            : new GivenModel { Name = name, Shocks = new ShockMatrix(factors, rows.Count, FactorMajor(rows, factors.Count), source, isLabelled == true ? labels : null) };
    }

    private static List<FactorId> ReadFactors(JsonObjectReader json)
    {
        List<FactorId> factors = [];
        foreach (JsonPlaced item in json.Items("factors", required: true) ?? [])
        {
            if (item.Sort != JsonSort.Text || !FactorNames.TryParse(item.Text, out FactorId factor))
                json.Report("factors", item, "a factor, such as \"spot:BTC\",");
            else if (factors.Contains(factor))
                json.Report("factors", item, "each factor once");
            else
                factors.Add(factor);
        }

        if (json.Take("factors") is { Sort: JsonSort.Array, Items.Count: 0 } none)
            json.Report("factors", none, "at least one factor");
        return factors;
    }

    private static double[] FactorMajor(List<double[]> rows, int factors)
    {
        double[] values = new double[(long)rows.Count * factors];
        for (int s = 0; s < rows.Count; s++)
        {
            for (int f = 0; f < factors; f++)
                values[(f * rows.Count) + s] = rows[s][f];
        }

        return values;
    }
}

using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Data.Models;

/// <summary>A <see cref="BootstrapModel"/> in JSON: a line a day.</summary>
internal static class BootstrapJson
{
    public static void Write(Utf8JsonWriter json, BootstrapModel model)
    {
        StepsJson.Write(json, model.Steps);
        new FactorRows(model.Factors, model.Volatilities, null, model.Dynamics).Write(json);
        json.WriteStartArray("days");
        int factors = model.Factors.Count;
        for (int d = 0; d < model.Dates.Count; d++)
            NumberRows.WriteRow(json, "date", CalendarDate.Format(model.Dates[d]), "innovations", model.Innovations.Span.Slice(d * factors, factors));
        json.WriteEndArray();
    }

    /// <returns>Null where something is wrong, which is then reported.</returns>
    public static BootstrapModel? Read(JsonObjectReader json, string name)
    {
        int steps = StepsJson.Read(json);
        FactorRows rows = FactorRows.Read(json, withDegreesOfFreedom: false);
        List<DateOnly> dates = [];
        List<double> innovations = [];
        foreach (JsonObjectReader day in json.Objects("days"))
        {
            day.Take("date", required: true);
            if (day.Date("date") is { } date)
            {
                if (dates.Count > 0 && date <= dates[^1])
                    day.Report("date", day.Take("date")!, $"a day after {CalendarDate.Format(dates[^1])}");
                dates.Add(date);
            }

            if (day.Take("innovations", required: true) is { } values && NumberRows.Read(day, "innovations", values, rows.Factors.Count) is { } numbers)
                innovations.AddRange(numbers);
            day.RejectUnknown();
        }

        if (json.Take("days") is { Sort: JsonSort.Array, Items.Count: 0 } none)
            json.Report("days", none, "at least one day");
        return dates.Count * (long)rows.Factors.Count != innovations.Count ? null : new BootstrapModel
        {
            Name = name,
            Factors = rows.Factors,
            Innovations = innovations.ToArray(),
            Dates = dates,
            Volatilities = rows.Volatilities,
            Steps = steps,
            Dynamics = rows.Dynamics,
        };
    }
}

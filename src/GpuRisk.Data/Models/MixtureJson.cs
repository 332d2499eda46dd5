using System.Globalization;
using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Data.Models;

/// <summary>A <see cref="MixtureModel"/> in JSON: its components, each with a model.</summary>
internal static class MixtureJson
{
    /// <summary>What is left of the sum of decimal weights in doubles.</summary>
    private const double Rounding = 1e-12;

    public static void Write(Utf8JsonWriter json, MixtureModel model)
    {
        json.WriteStartArray("components");
        foreach (MixtureComponent component in model.Components)
        {
            json.WriteStartObject();
            json.WriteNumber("weight", component.Weight);
            json.WriteStartObject("model");
            ModelJson.Write(json, component.Model);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <returns>Null where something is wrong, which is then reported.</returns>
    public static MixtureModel? Read(JsonObjectReader json, string name)
    {
        List<MixtureComponent> components = [];
        int before = json.ProblemCount;
        foreach (JsonObjectReader item in json.Objects("components"))
        {
            item.Take("weight", required: true);
            double weight = item.Number("weight", 1.0, static weight => weight is > 0 and <= 1, "a weight above 0 and up to 1");
            ScenarioModel? model = ModelJson.Read(item.Section("model", required: true), isPart: true);
            item.RejectUnknown();
            if (model is null)
                continue;
            if (components.Count > 0 && !model.Factors.SequenceEqual(components[0].Model.Factors))
                item.ReportAt(item.Take("model")!, "the model has other factors than the first component, or another order of them; the same factors in the same order are expected");
            components.Add(new MixtureComponent(model, weight));
        }

        if (json.ProblemCount != before)
            return null;
        double sum = components.Sum(component => component.Weight);
        if (json.Take("components") is { } all && !(Math.Abs(sum - 1) <= Rounding))
            json.ReportAt(all, string.Create(CultureInfo.InvariantCulture, $"the weights of the components sum to {sum}; 1 is expected"));
        return new MixtureModel { Name = name, Components = components };
    }
}

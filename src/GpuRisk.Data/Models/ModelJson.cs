using System.Text.Json;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Data.Models;

/// <summary>A model in JSON, by its type.</summary>
internal static class ModelJson
{
    private const string Elliptical = "elliptical";

    private const string Bootstrap = "bootstrap";

    private const string Given = "given";

    private const string Mixture = "mixture";

    /// <summary>The members of the current object.</summary>
    public static void Write(Utf8JsonWriter json, ScenarioModel model)
    {
        json.WriteString("type", model switch
        {
            EllipticalModel => Elliptical,
            BootstrapModel => Bootstrap,
            GivenModel => Given,
            MixtureModel => Mixture,
            _ => throw new ArgumentException($"There is no file of {model}.", nameof(model)),
        });
        json.WriteString("name", TableName.Checked(model.Name));
        switch (model)
        {
            case EllipticalModel elliptical:
                EllipticalJson.Write(json, elliptical);
                break;
            case BootstrapModel bootstrap:
                BootstrapJson.Write(json, bootstrap);
                break;
            case GivenModel given:
                GivenJson.Write(json, given);
                break;
            case MixtureModel mixture:
                MixtureJson.Write(json, mixture);
                break;
        }
    }

    /// <param name="isPart">Whether it is a part of a mixture, which neither mixtures nor given scenarios are.</param>
    /// <returns>Null where something is wrong, which is then reported.</returns>
    public static ScenarioModel? Read(JsonObjectReader? json, bool isPart = false)
    {
        if (json is null)
            return null;
        string[] types = isPart ? [Elliptical, Bootstrap] : [Elliptical, Bootstrap, Given, Mixture];
        int before = json.ProblemCount;
        string? type = json.Text("type", required: true, text => types.Contains(text, StringComparer.Ordinal), string.Join(" | ", types));
        string name = json.Name("name") ?? "";
        ScenarioModel? model = type switch
        {
            Elliptical => EllipticalJson.Read(json, name),
            Bootstrap => BootstrapJson.Read(json, name),
            Given => GivenJson.Read(json, name),
            Mixture => MixtureJson.Read(json, name),
            _ => null,
        };
        if (type is not null)
            json.RejectUnknown();
        return json.ProblemCount == before ? model : null;
    }
}

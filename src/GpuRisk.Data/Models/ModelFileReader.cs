using GpuRisk.Data.Books;
using GpuRisk.Data.Books.Sections;
using GpuRisk.Data.Input;
using GpuRisk.Data.Json;
using GpuRisk.Data.Text;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Models;

/// <summary>Reads the file of a model.</summary>
public static class ModelFileReader
{
    /// <exception cref="InvalidInputException">It is missing or is no whole model; says all that is wrong with it, up to 100 problems.</exception>
    public static ModelFile Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        ProblemList problems = new();
        FileProblems own = problems.Of(path);
        JsonPlaced? root = JsonTreeReader.Read(path, own);
        ModelFile? model = root is null ? null : ReadRoot(new JsonObjectReader(root, own));
        problems.ThrowIfAny();
        return model!;
    }

    /// <summary>Null where something is wrong, which is then on the list.</summary>
    private static ModelFile? ReadRoot(JsonObjectReader json)
    {
        if (json.Text("format", required: true, static text => text == ModelFile.Format, $"\"{ModelFile.Format}\"") is null)
            return null;
        string? version = json.Text("version", required: true, static _ => true, "a string");
        (string? name, DateTimeOffset? asOf) = ReadBook(json.Section("book", required: true));
        IReadOnlyList<FileFingerprint> inputs = FingerprintJson.Read(json, "inputs");
        (SimulationSettings simulation, CalibrationSettings calibration) = ReadSettings(json);
        CalibrationReport? report = ReportJson.Read(json.Section("calibration", required: true));
        ScenarioModel? model = ModelJson.Read(json.Section("model", required: true));
        string hash = FingerprintJson.ReadHash(json, ModelFileHash.Member);
        json.RejectUnknown();
        if (version is null || name is null || asOf is null || report is null || model is null)
            return null;
        ModelChecks.Check(json, model, simulation.HorizonDays, report);
        ModelFile file = new()
        {
            Version = version,
            Book = name,
            AsOf = asOf.Value,
            Inputs = inputs,
            Simulation = simulation,
            Calibration = calibration,
            Report = report,
            Model = model,
        };
        // A file with a problem is refused as it is, and its problem says more.
        if (json.ProblemCount == 0)
            ModelFileHash.Check(json, hash, file);
        return file;
    }

    private static (string? Name, DateTimeOffset? AsOf) ReadBook(JsonObjectReader? section)
    {
        if (section is null)
            return (null, null);
        (string? Name, DateTimeOffset? AsOf) book = (section.Name("name"), section.Instant("asOf", required: true));
        section.RejectUnknown();
        return book;
    }

    private static (SimulationSettings Simulation, CalibrationSettings Calibration) ReadSettings(JsonObjectReader json)
    {
        if (json.Section("settings", required: true) is not { } section)
            return (new SimulationSettings(), new CalibrationSettings());
        int before = json.ProblemCount;
        SimulationSettings simulation = new();
        if (section.Section("simulation", required: true) is { } members)
        {
            simulation = ModelMembers.Read(members, simulation);
            members.RejectUnknown();
        }

        CalibrationSettings calibration = CalibrationSection.Read(section.Section("calibration", required: true));
        section.RejectUnknown();
        if (json.ProblemCount == before)
            BookSettingsReader.Report(section, SettingsRules.Violations(new BookSettings { Simulation = simulation, Calibration = calibration }));
        return (simulation, calibration);
    }
}

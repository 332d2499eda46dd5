using GpuRisk.Data.Models;

namespace GpuRisk.Cli.Output;

/// <summary>A calibration for machines: what the model's file says, without the model itself, and where the file is.</summary>
internal static class CalibrationJson
{
    public static void Print(ModelFile model, string target) => JsonOutput.Print(json =>
    {
        json.WriteStartObject();
        json.WriteString("file", target);
        ModelFileWriter.WriteDescription(json, model);
        json.WriteString(ModelFileHash.Member, ModelFileHash.Of(model));
        json.WriteEndObject();
    });
}

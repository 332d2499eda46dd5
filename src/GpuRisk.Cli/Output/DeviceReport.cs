using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Selection;
using Spectre.Console;

namespace GpuRisk.Cli.Output;

/// <summary>A device, and what its self-test said.</summary>
/// <param name="Verdict">Null where the device could not be opened.</param>
/// <param name="Problem">Why not, and what helps.</param>
/// <param name="BuildSeconds">Seconds that building its kernels took; NaN where it could not be opened.</param>
internal sealed record DeviceReport(DeviceInfo Device, SelfTestVerdict? Verdict, string? Problem, double BuildSeconds)
{
    public static DeviceReport Of(Candidate candidate)
    {
        if (candidate.Device.Problem is { } known)
            return new DeviceReport(candidate.Device, null, known, double.NaN);
        try
        {
            using TestedAccelerator tested = candidate.OpenAndTest();
            return new DeviceReport(candidate.Device, tested.SelfTest, null, tested.Accelerator.BuildSeconds);
        }
        catch (AcceleratorException failure)
        {
            return new DeviceReport(candidate.Device, null, failure.InnerException?.Message ?? failure.Message, double.NaN);
        }
    }

    public static void PrintText(IReadOnlyList<DeviceReport> reports, IReadOnlyList<string> problems)
    {
        IAnsiConsole console = Screen.Create();
        var table = new Table { Border = TableBorder.Simple };
        foreach (string header in new[] { "Name", "Device", "Memory", "Driver", "fp64", "Self-test" })
            table.AddColumn(new TableColumn(header) { NoWrap = true, Alignment = header == "Memory" ? Justify.Right : Justify.Left });
        foreach (DeviceReport report in reports)
        {
            DeviceInfo device = report.Device;
            table.Add(
                device.Name, device.Product, Figures.Gibibytes(device.MemoryBytes), device.Driver, device.DoublePrecision ? "yes" : "no",
                report.Verdict?.ToString() ?? report.Problem ?? "");
        }
        console.WriteWhole(table);
        foreach (string problem in problems)
            console.Line(problem);
    }

    public static void PrintJson(IReadOnlyList<DeviceReport> reports, IReadOnlyList<string> problems) => JsonOutput.Print(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("devices");
        foreach (DeviceReport report in reports)
        {
            DeviceInfo device = report.Device;
            json.WriteStartObject();
            json.WriteString("name", device.Name);
            json.WriteString("product", device.Product);
            json.WriteString("driver", device.Driver);
            json.WriteNumber("memoryBytes", device.MemoryBytes);
            json.WriteBoolean("gpu", device.IsGpu);
            json.WriteBoolean("doublePrecision", device.DoublePrecision);
            if (report.Verdict is { } verdict)
                json.WriteBoolean("bitExact", verdict.IsBitExact);
            else
                json.WriteNull("bitExact");
            json.WriteStartArray("differing");
            foreach (string kernel in report.Verdict?.Differing ?? [])
                json.WriteStringValue(kernel);
            json.WriteEndArray();
            json.WriteFigure("buildSeconds", report.BuildSeconds);
            json.WriteString("problem", report.Problem);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (string problem in problems)
            json.WriteStringValue(problem);
        json.WriteEndArray();
        json.WriteEndObject();
    });
}

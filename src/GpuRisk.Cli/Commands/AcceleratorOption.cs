using System.CommandLine;
using System.CommandLine.Parsing;
using GpuRisk.Accelerators.Selection;

namespace GpuRisk.Cli.Commands;

/// <summary>Options that take a device or devices.</summary>
internal static class AcceleratorOption
{
    public static Option<AcceleratorChoice?> One() => new("--accelerator")
    {
        Description = "What computes; by default auto: a CUDA device, else an OpenCL GPU with memory of its own, else the processor. 'gpurisk devices' lists them.",
        HelpName = "auto|cpu|opencl[:n]|cuda[:n]",
        CustomParser = result => Parse(result, "--accelerator", result.Tokens[0].Value),
    };

    public static Option<AcceleratorChoice[]> List() => new("--accelerators")
    {
        Description = "What is compared, separated by commas: cpu, opencl[:n], cuda[:n]; by default every device that can be used.",
        HelpName = "LIST",
        CustomParser = ParseList,
    };

    private static AcceleratorChoice? Parse(ArgumentResult result, string name, string text)
    {
        if (AcceleratorChoice.TryParse(text, out AcceleratorChoice? choice))
            return choice;
        result.AddError($"{name} {text}: expected {AcceleratorChoice.Expected}.");
        return null;
    }

    /// <summary>Auto names no device, and a comparison is of devices.</summary>
    private static AcceleratorChoice[] ParseList(ArgumentResult result)
    {
        string[] names = [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)];
        if (names.Length == 0)
            result.AddError($"--accelerators: the list is empty; expected {AcceleratorChoice.Expected}, separated by commas.");
        if (names.Contains(AcceleratorChoice.Auto.ToString()))
            result.AddError("--accelerators auto: expected names of devices; leave the option out to compare all of them.");
        return [.. names.Select(name => Parse(result, "--accelerators", name)).OfType<AcceleratorChoice>()];
    }
}

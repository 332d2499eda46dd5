using System.CommandLine;
using GpuRisk.Accelerators.Selection;

namespace GpuRisk.Benchmarks.Commands;

/// <summary>What computes.</summary>
internal static class AcceleratorOption
{
    public static Option<AcceleratorChoice?> Create() => new("--accelerator")
    {
        Description = "What computes; by default cpu.",
        HelpName = "auto|cpu|opencl[:n]|cuda[:n]",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (AcceleratorChoice.TryParse(text, out AcceleratorChoice? choice))
                return choice;
            result.AddError($"--accelerator {text}: expected {AcceleratorChoice.Expected}.");
            return null;
        },
    };
}

using System.Runtime.InteropServices;

namespace GpuRisk.Accelerators.Cpu;

/// <summary>What the processor calls itself.</summary>
internal static class ProcessorName
{
    private const string Information = "/proc/cpuinfo";

    /// <summary>The model where the system tells it, else the architecture.</summary>
    public static string Read()
    {
        try
        {
            if (File.Exists(Information) && File.ReadLines(Information).FirstOrDefault(IsModel) is { } line)
                return line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A name is not worth a failure.
        }
        return RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static bool IsModel(string line) => line.StartsWith("model name", StringComparison.Ordinal) && line.Contains(':', StringComparison.Ordinal);
}

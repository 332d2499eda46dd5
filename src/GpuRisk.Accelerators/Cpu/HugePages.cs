using System.Runtime.InteropServices;

namespace GpuRisk.Accelerators.Cpu;

/// <summary>
/// Asks Linux for pages of 2 MiB under large buffers: aggregation jumps all over the price slice, and with small pages half its time goes
/// into address translation.
/// </summary>
internal static partial class HugePages
{
    public const nuint Size = 2 << 20;

    private const int AdviseHugePage = 14;

    /// <summary>A hint: where the system does not know it, pages stay small and nothing else changes.</summary>
    public static unsafe void Advise(void* memory, nuint bytes)
    {
        if (OperatingSystem.IsLinux() && bytes >= Size)
            _ = Advise(memory, bytes, AdviseHugePage);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int Advise(void* address, nuint length, int advice);
}

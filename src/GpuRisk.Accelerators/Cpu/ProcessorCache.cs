using System.Globalization;

namespace GpuRisk.Accelerators.Cpu;

/// <summary>The sizes of the caches, which decide how large a slice of prices stays close.</summary>
internal static class ProcessorCache
{
    private const long UsualCore = 1L << 20;
    private const long UsualLastLevel = 16L << 20;

    private static readonly (long Core, long LastLevel) Sizes = Read();

    /// <summary>The second level, a core's own.</summary>
    public static long CoreBytes => Sizes.Core;

    /// <summary>The largest level, shared.</summary>
    public static long LastLevelBytes => Sizes.LastLevel;

    private static (long Core, long LastLevel) Read()
    {
        const string folder = "/sys/devices/system/cpu/cpu0/cache";
        long core = 0, largest = 0;
        try
        {
            string[] levels = Directory.Exists(folder) ? Directory.GetDirectories(folder, "index*") : [];
            foreach (string level in levels)
            {
                long size = Parse(File.ReadAllText(Path.Combine(level, "size")).Trim());
                largest = Math.Max(largest, size);
                if (File.ReadAllText(Path.Combine(level, "level")).Trim() == "2")
                    core = size;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A machine that hides its caches still runs; only the tile's size is a guess.
        }
        return (core > 0 ? core : UsualCore, largest > 0 ? largest : UsualLastLevel);
    }

    private static long Parse(string size)
    {
        int unit = size.EndsWith('K') ? 10 : size.EndsWith('M') ? 20 : 0;
        string digits = unit == 0 ? size : size[..^1];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value << unit : 0;
    }
}

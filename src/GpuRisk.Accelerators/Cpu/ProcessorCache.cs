using System.Globalization;

namespace GpuRisk.Accelerators.Cpu;

/// <summary>The size of the last-level cache, which decides how large a slice of prices stays close.</summary>
internal static class ProcessorCache
{
    private const long Usual = 16L << 20;

    public static long LastLevelBytes { get; } = Read();

    private static long Read()
    {
        const string folder = "/sys/devices/system/cpu/cpu0/cache";
        try
        {
            if (!Directory.Exists(folder))
                return Usual;
            long largest = 0;
            foreach (string index in Directory.EnumerateDirectories(folder, "index*"))
                largest = Math.Max(largest, Parse(File.ReadAllText(Path.Combine(index, "size")).Trim()));
            return largest > 0 ? largest : Usual;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A machine that hides its caches still runs; only the tile's size is a guess.
            return Usual;
        }
    }

    private static long Parse(string size)
    {
        int unit = size.EndsWith('K') ? 10 : size.EndsWith('M') ? 20 : 0;
        string digits = unit == 0 ? size : size[..^1];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value << unit : 0;
    }
}

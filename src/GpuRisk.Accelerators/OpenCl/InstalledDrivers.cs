using System.Runtime.InteropServices;

namespace GpuRisk.Accelerators.OpenCl;

/// <summary>
/// The files by which drivers make themselves known to the loader: text files named .icd whose first line names a library.
/// Source: the Khronos extension cl_khr_icd.
/// </summary>
internal static class InstalledDrivers
{
    private const string SystemFolder = "/etc/OpenCL/vendors";

    /// <summary>What every driver behind a loader exports.</summary>
    private const string RequiredExport = "clGetExtensionFunctionAddress";

    private const int LongestName = 4096;

    /// <summary>Where the loader looks: a folder or a single file.</summary>
    public static string Location =>
        Environment.GetEnvironmentVariable("OCL_ICD_VENDORS") is { Length: > 0 } location ? location : SystemFolder;

    /// <summary>A line for each driver that is known to the loader and cannot be loaded.</summary>
    public static IReadOnlyList<string> Broken(string location)
    {
        try
        {
            string[] files = Directory.Exists(location) ? Directory.GetFiles(location, "*.icd") : File.Exists(location) ? [location] : [];
            return [.. files.Order(StringComparer.Ordinal).Select(Problem).OfType<string>()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [$"opencl: {location}, where OpenCL drivers are listed, cannot be read; allow reading it."];
        }
    }

    private static string? Problem(string file)
    {
        string library;
        try
        {
            library = FirstLine(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"opencl: {file} cannot be read; allow reading it, or remove that driver.";
        }
        if (library.Length == 0)
            return $"opencl: {file} names no library; reinstall or remove that driver.";
        // Loaded libraries stay: the loader holds them, and drivers do not like to be unloaded.
        if (!NativeLibrary.TryLoad(library, out nint handle))
            return $"opencl: {file} names {library}, which cannot be loaded; reinstall or remove that driver.";
        return NativeLibrary.TryGetExport(handle, RequiredExport, out _)
            ? null
            : $"opencl: {file} names {library}, which is no OpenCL driver; reinstall or remove that driver.";
    }

    private static string FirstLine(string file)
    {
        using StreamReader reader = File.OpenText(file);
        var start = new char[LongestName];
        ReadOnlySpan<char> text = start.AsSpan(0, reader.ReadBlock(start));
        int end = text.IndexOfAny('\r', '\n', '\0');
        return OpenClInfo.Printable(new string(end < 0 ? text : text[..end]));
    }
}

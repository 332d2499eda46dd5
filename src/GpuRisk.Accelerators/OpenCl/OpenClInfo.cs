using System.Text;

namespace GpuRisk.Accelerators.OpenCl;

/// <summary>Reads what the loader and its drivers tell of themselves; what they tell is printed, so it is taken with care.</summary>
internal static unsafe class OpenClInfo
{
    /// <summary>The longest text taken from a driver, its build log included.</summary>
    private const int LongestText = 1 << 20;

    /// <summary>One of clGetPlatformInfo, clGetDeviceInfo and clGetProgramBuildInfo with its object.</summary>
    private delegate int Ask(nuint room, void* value, nuint* size);

    public static string PlatformText(nint platform, uint name) =>
        Text((room, value, size) => OpenClApi.GetPlatformInfo(platform, name, room, value, size));

    public static string DeviceText(nint device, uint name) =>
        Text((room, value, size) => OpenClApi.GetDeviceInfo(device, name, room, value, size));

    public static string BuildLog(nint program, nint device) =>
        Text((room, value, size) => OpenClApi.GetProgramBuildInfo(program, device, OpenClQuery.ProgramBuildLog, room, value, size));

    /// <summary>0 where the driver does not know the question, which is what older ones answer to newer questions.</summary>
    public static ulong DeviceNumber(nint device, uint name)
    {
        // Answers have four or eight bytes, on a little-endian host the low ones.
        ulong value = 0;
        return OpenClApi.GetDeviceInfo(device, name, sizeof(ulong), &value, null) == 0 ? value : 0;
    }

    /// <summary>Work items that a group may have along items and along rows.</summary>
    public static (int Items, int Rows) LargestGroup(nint device)
    {
        const int most = 16;
        nuint* sizes = stackalloc nuint[most];
        nuint size = 0;
        int status = OpenClApi.GetDeviceInfo(device, OpenClQuery.DeviceMaxWorkItemSizes, (nuint)(most * sizeof(nuint)), sizes, &size);
        return status == 0 && size >= (nuint)(2 * sizeof(nuint))
            ? ((int)Math.Clamp(sizes[0], 1, int.MaxValue), (int)Math.Clamp(sizes[1], 1, int.MaxValue))
            : (1, 1);
    }

    private static string Text(Ask ask)
    {
        nuint size = 0;
        if (ask(0, null, &size) != 0 || size is 0 or > LongestText)
            return "";
        byte[] bytes = new byte[(int)size];
        fixed (byte* start = bytes)
        {
            if (ask(size, start, null) != 0)
                return "";
        }
        int end = Array.IndexOf(bytes, (byte)0);
        return Printable(Encoding.UTF8.GetString(bytes, 0, end < 0 ? bytes.Length : end));
    }

    /// <summary>The text without what would steer a terminal.</summary>
    public static string Printable(string text)
    {
        char[] characters = text.ToCharArray();
        foreach (ref char c in characters.AsSpan())
        {
            if (char.IsControl(c) && c != '\n')
                c = ' ';
        }
        return new string(characters).Trim();
    }
}

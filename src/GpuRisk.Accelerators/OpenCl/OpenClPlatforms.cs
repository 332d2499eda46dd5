namespace GpuRisk.Accelerators.OpenCl;

/// <summary>All platforms that the loader knows, and their devices.</summary>
internal static unsafe class OpenClPlatforms
{
    /// <summary>Came with OpenCL 1.2; whatever else is called is as old or older.</summary>
    private const string Newest = "clEnqueueFillBuffer";

    /// <summary>Loaders load their drivers at the first call, and not all can be called again meanwhile: ocl-icd then shows no device, or crashes.</summary>
    private static readonly Lock Loading = new();

    /// <summary>
    /// Devices are numbered across platforms; platforms are taken by name, since a loader lists them in the order in which it happens to find
    /// their files. Nothing, and no word, where there is no loader or no driver.
    /// </summary>
    public static (IReadOnlyList<OpenClDevice> Devices, IReadOnlyList<string> Problems) Find()
    {
        if (!NativeLibraries.IsInstalled(NativeLibraries.OpenCl))
            return ([], []);
        if (!NativeLibraries.Exports(NativeLibraries.OpenCl, Newest))
            return ([], ["opencl: the installed OpenCL library is not one for OpenCL 1.2; install a newer one (package ocl-icd-libopencl1 on Debian)."]);
        var devices = new List<OpenClDevice>();
        var problems = new List<string>();
        lock (Loading)
        {
            foreach (nint platform in Platforms(problems).OrderBy(p => OpenClInfo.PlatformText(p, OpenClQuery.PlatformName), StringComparer.Ordinal))
            {
                foreach (nint device in Devices(platform, problems))
                    devices.Add(OpenClDevice.Read(platform, device, devices.Count));
            }
        }
        // The loader leaves out without a word what it cannot load.
        problems.AddRange(InstalledDrivers.Broken(InstalledDrivers.Location));
        return (devices, problems);
    }

    private static nint[] Platforms(List<string> problems)
    {
        uint count = 0;
        int status = OpenClApi.GetPlatformIds(0, null, &count);
        var platforms = new nint[status == 0 ? count : 0];
        fixed (nint* start = platforms)
        {
            if (platforms.Length > 0)
                status = OpenClApi.GetPlatformIds(count, start, null);
        }
        if (status is not (0 or OpenClError.PlatformNotFound))
            problems.Add($"opencl: clGetPlatformIDs answered {OpenClError.Name(status)}; reinstall the OpenCL drivers.");
        return status == 0 ? platforms : [];
    }

    private static nint[] Devices(nint platform, List<string> problems)
    {
        uint count = 0;
        int status = OpenClApi.GetDeviceIds(platform, OpenClFlag.DeviceTypeAll, 0, null, &count);
        var devices = new nint[status == 0 ? count : 0];
        fixed (nint* start = devices)
        {
            if (devices.Length > 0)
                status = OpenClApi.GetDeviceIds(platform, OpenClFlag.DeviceTypeAll, count, start, null);
        }
        if (status is not (0 or OpenClError.DeviceNotFound))
        {
            string name = OpenClInfo.PlatformText(platform, OpenClQuery.PlatformName);
            problems.Add($"opencl: the platform {name} answered {OpenClError.Name(status)} when asked for its devices; reinstall its driver.");
        }
        return status == 0 ? devices : [];
    }
}

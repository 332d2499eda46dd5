using System.Globalization;

namespace GpuRisk.Accelerators.OpenCl;

/// <summary>The devices behind the OpenCL loader, numbered across platforms: platforms by name, devices as their driver lists them.</summary>
public sealed class OpenClProvider : IAcceleratorProvider
{
    private readonly KernelProgram kernels;
    private readonly ProgramCache cache;

    public OpenClProvider()
        : this(KernelProgram.OpenCl, ProgramCache.OfUser())
    {
    }

    internal OpenClProvider(KernelProgram kernels, ProgramCache cache)
    {
        this.kernels = kernels;
        this.cache = cache;
    }

    public string Kind => "opencl";

    public DeviceScan Scan()
    {
        (IReadOnlyList<OpenClDevice> devices, IReadOnlyList<string> problems) = OpenClPlatforms.Find();
        return new DeviceScan([.. devices.Select(d => d.Info)], problems);
    }

    public Accelerator Open(int index)
    {
        (IReadOnlyList<OpenClDevice> devices, IReadOnlyList<string> problems) = OpenClPlatforms.Find();
        if (index < 0 || index >= devices.Count)
            throw new AcceleratorException(Absent(index, devices, problems));
        OpenClDevice device = devices[index];
        return device.Problem is { } problem ? throw new AcceleratorException(problem) : new OpenClAccelerator(device, kernels, cache);
    }

    private static string Absent(int index, IReadOnlyList<OpenClDevice> devices, IReadOnlyList<string> problems)
    {
        string found = devices.Count == 0
            ? "no OpenCL device was found; install the driver of your device, or use --accelerator cpu"
            : $"the devices are {string.Join(", ", devices.Select(d => d.Description))}";
        string message = string.Create(CultureInfo.InvariantCulture, $"opencl:{index}: there is no such device; {found}.");
        return string.Join('\n', problems.Prepend(message));
    }
}

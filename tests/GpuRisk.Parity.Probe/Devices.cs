using System.Globalization;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cuda;
using GpuRisk.Accelerators.OpenCl;

namespace GpuRisk.Parity.Probe;

/// <summary>The devices that this process finds.</summary>
internal static class Devices
{
    private static readonly IAcceleratorProvider[] Providers = [new CudaProvider(), new OpenClProvider()];

    public static IEnumerable<DeviceInfo> Gpus => Providers.SelectMany(p => p.Scan().Devices).Where(d => d.Problem is null && d.IsGpu);

    public static Accelerator Open(string name)
    {
        string[] parts = name.Split(':');
        return Providers.Single(p => p.Kind == parts[0]).Open(int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}

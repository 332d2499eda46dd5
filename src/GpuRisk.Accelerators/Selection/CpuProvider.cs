using System.Runtime.InteropServices;
using GpuRisk.Accelerators.Cpu;

namespace GpuRisk.Accelerators.Selection;

/// <summary>The processor, which is always there.</summary>
/// <param name="threads">0: one a processor.</param>
/// <param name="width">Null: the widest the hardware has.</param>
public sealed class CpuProvider(int threads = 0, LaneWidth? width = null) : IAcceleratorProvider
{
    public string Kind => AcceleratorChoice.CpuKind;

    public DeviceScan Scan()
    {
        string widths = string.Join(", ", LaneWidths.Supported.Select(w => w.Name()));
        var device = new DeviceInfo(
            Kind, $"{ProcessorName.Read()} ({widths})", RuntimeInformation.FrameworkDescription, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
            IsGpu: false, DoublePrecision: true, Problem: null) { SharesHostMemory = true };
        return new DeviceScan([device], []);
    }

    public Accelerator Open(int index) =>
        index == 0 ? new CpuAccelerator(threads, width) : throw new AcceleratorException($"{Kind}:{index}: there is one processor, {Kind}.");
}

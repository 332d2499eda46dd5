using System.Globalization;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Accelerators.OpenCl;
using GpuRisk.Parity.Probe;

// One line a case and width: "case width digest". The digests of a case must all be one, on every machine and whatever the runtime is told
// about the processor. With arguments DEVICE and SIZE (opencl:0 4096) the same on a device, with so many results a case.
if (args is [var device, var size])
{
    var provider = new OpenClProvider();
    int results = int.Parse(size, CultureInfo.InvariantCulture);
    using Accelerator accelerator = provider.Open(int.Parse(device[(device.IndexOf(':', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture));
    foreach (ParityCase parity in ParityCase.All)
        Console.WriteLine($"{parity.Name} {device} {Bits.Digest(parity.Run(accelerator, results))}");
    return;
}
foreach (ParityCase parity in ParityCase.All)
{
    foreach (LaneWidth width in Enum.GetValues<LaneWidth>())
    {
        using var accelerator = new CpuAccelerator(threads: 1, width);
        Console.WriteLine($"{parity.Name} {width} {Bits.Digest(parity.Run(accelerator, ParityCase.DigestSize))}");
    }
}

using System.Globalization;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Parity.Probe;

// One line a case and width: "case width digest". The digests of a case must all be one, on every machine and whatever the runtime is told
// about the processor. With arguments DEVICE and SIZE (opencl:0 4096) the same on a device, with so many results a case; SIZE "full": as many
// as a thorough test asks for. DEVICE "list" prints the names of the GPUs that can be used.
switch (args)
{
    case ["list"]:
        foreach (DeviceInfo gpu in Devices.Gpus)
            Console.WriteLine(gpu.Name);
        break;
    case [var name, var size]:
        using (Accelerator accelerator = Devices.Open(name))
        {
            foreach (ParityCase parity in ParityCase.All)
            {
                int results = size == "full" ? parity.Size : int.Parse(size, CultureInfo.InvariantCulture);
                Console.WriteLine($"{parity.Name} {name} {Bits.Digest(parity.Run(accelerator, results))}");
            }
        }
        break;
    default:
        foreach (ParityCase parity in ParityCase.All)
        {
            foreach (LaneWidth width in Enum.GetValues<LaneWidth>())
            {
                using var accelerator = new CpuAccelerator(threads: 1, width);
                Console.WriteLine($"{parity.Name} {width} {Bits.Digest(parity.Run(accelerator, ParityCase.DigestSize))}");
            }
        }
        break;
}

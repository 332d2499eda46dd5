using GpuRisk.Accelerators.Cpu;
using GpuRisk.Parity.Probe;

// One line a case and width: "case width digest". The digests of a case must all be one, on every machine and whatever the runtime is told
// about the processor.
foreach (ParityCase parity in ParityCase.All)
{
    foreach (LaneWidth width in Enum.GetValues<LaneWidth>())
    {
        using var accelerator = new CpuAccelerator(threads: 1, width);
        Console.WriteLine($"{parity.Name} {width} {Bits.Digest(parity.Run(accelerator, ParityCase.DigestSize))}");
    }
}

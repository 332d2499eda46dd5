using System.Globalization;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Accelerators.Cuda;
using GpuRisk.Accelerators.Selection;
using GpuRisk.Parity.Probe;

namespace GpuRisk.Cuda.Probe;

/// <summary>The program's own kernels, on the device and on the processor.</summary>
internal static class ParityCases
{
    /// <summary>Every case of parity, of about the given number of results: how many words differ from those of scalar lanes.</summary>
    public static void Run(string[] arguments)
    {
        int most = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        using Accelerator cuda = new CudaProvider().Open(0);
        using var cpu = new CpuAccelerator(threads: 1, LaneWidth.Scalar);
        foreach (ParityCase parity in ParityCase.All)
        {
            int size = Math.Min(parity.Size, most);
            ulong[] expected = parity.Run(cpu, size);
            Console.WriteLine($"{parity.Name} {expected.Length} {Bits.Difference(expected, parity.Run(cuda, size)) ?? "same"}");
        }
    }

    public static void SelfTest(string[] arguments)
    {
        using Accelerator cuda = new CudaProvider().Open(0);
        Console.WriteLine(GpuRisk.Accelerators.Selection.SelfTest.Run(cuda));
    }
}

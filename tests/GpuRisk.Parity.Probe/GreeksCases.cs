using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Domain.Measures;
using GpuRisk.Kernels;
using GpuRisk.Simulation.Sensitivities;

namespace GpuRisk.Parity.Probe;

/// <summary>The kernels of sensitivities.</summary>
internal static class GreeksCases
{
    private const int Block = 64;

    public static IReadOnlyList<ParityCase> All { get; } =
    [
        new(OptionGreeksLaunch.Kernel, 1 << 20, Options), new(LinearGreeksLaunch.Kernel, 1 << 18, Linears), new(GreekSumsLaunch.Kernel, 1 << 18, Sums),
        new("Pipeline.Greeks", 1, (accelerator, _) => Book(accelerator)),
    ];

    /// <summary>Terms from in to far out of the money, from minutes to years, with extremes of every term.</summary>
    private static ulong[] Options(Accelerator accelerator, int size)
    {
        var inputs = new Inputs(20);
        int stride = Stride(size);
        (double Low, double High)[] ranges = [(-2, 2), (0.01, 3), (1e-5, 3), (-1, 1), (1, 1e5), (0.1, 10), (-0.2, 0.2), (-0.1, 0.1), (0, 1e5), (0, 1e5)];
        double[] terms = [.. ranges.SelectMany(r => inputs.RealsAndExtremes(stride, r.Low, r.High))];
        for (int i = 0; i < stride; i++)
            terms[3 * stride + i] = i % 2 == 0 ? 1 : -1;
        return Run(accelerator, stride, terms, (read, written) => new OptionGreeksLaunch(Block, stride, read, written));
    }

    private static ulong[] Linears(Accelerator accelerator, int size)
    {
        var inputs = new Inputs(21);
        int stride = Stride(size);
        double[] terms = [.. Enumerable.Range(0, GreeksKernels.LinearInputs).SelectMany(_ => inputs.RealsAndExtremes(stride, -1e5, 1e5))];
        return Run(accelerator, stride, terms, (read, written) => new LinearGreeksLaunch(Block, stride, read, written));
    }

    private static ulong[] Sums(Accelerator accelerator, int size)
    {
        const int instruments = 96;
        using var work = new Workspace(accelerator);
        var inputs = new Inputs(22);
        int sums = Math.Max(1, size / GreeksKernels.Figures);
        var rowStart = new int[sums + 1];
        for (int i = 0; i < sums; i++)
            rowStart[i + 1] = rowStart[i] + inputs.Below(40);
        double[] greeks = [.. inputs.RealsAndExtremes(2 * GreeksKernels.Figures, -10, 10), .. inputs.Reals((instruments - 2) * GreeksKernels.Figures, -1e4, 1e4)];
        DeviceBuffer<double> written = work.Reals((long)sums * GreeksKernels.Figures);
        work.LaunchScalar(
            new GreekSumsLaunch(
                work.Upload(rowStart), work.Upload(inputs.Indices(rowStart[^1], instruments)), work.Upload(inputs.Reals(rowStart[^1], -1000, 1000)),
                work.Upload(greeks), written),
            sums);
        return Bits.Of(work.Read(written));
    }

    /// <summary>Every instrument and every account of a whole book.</summary>
    private static ulong[] Book(Accelerator accelerator)
    {
        BookGreeks greeks = GreeksRun.Execute(accelerator, SmallExchange.Book(), CancellationToken.None);
        return Bits.Of([.. greeks.Instruments.SelectMany(i => FiguresOf(i.Greeks)), .. greeks.Accounts.SelectMany(a => FiguresOf(a.Greeks))]);
    }

    private static double[] FiguresOf(Greeks g) => [g.Delta, g.Gamma, g.Vega, g.Theta, g.Rho, g.CarryRho, g.Vanna, g.Volga];

    private static int Stride(int size) => Math.Max(1, size / GreeksKernels.Figures / Block) * Block;

    private static ulong[] Run<TLaunch>(Accelerator accelerator, int stride, double[] terms, Func<DeviceBuffer<double>, DeviceBuffer<double>, TLaunch> launch)
        where TLaunch : struct, ILaneLaunch
    {
        using var work = new Workspace(accelerator);
        DeviceBuffer<double> written = work.Reals((long)GreeksKernels.Figures * stride);
        work.Launch(launch(work.Upload(terms), written), Block, stride / Block);
        return Bits.Of(work.Read(written));
    }
}

using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Kernels;
using GpuRisk.Simulation.Revaluation;

namespace GpuRisk.Simulation.Sensitivities;

/// <summary>The Greeks of one unit of every instrument, computed on a device.</summary>
internal sealed class InstrumentSensitivities
{
    /// <summary>Instruments a launch row, before it is rounded up to what the device takes at once.</summary>
    private const int SmallestBlock = 1024;

    private static readonly string[] Names = ["delta", "gamma", "vega", "theta", "rho", "carry rho", "vanna", "volga"];

    private readonly List<PricingFailure> failures = [];

    private InstrumentSensitivities(Book book)
    {
        Greeks = new InstrumentGreeks[book.Instruments.Count];
        Summed = new double[(long)book.Instruments.Count * GreeksKernels.Figures];
    }

    /// <summary>In the order of the book.</summary>
    public InstrumentGreeks[] Greeks { get; }

    /// <summary>The same as numbers, instrument x figure; 0 where an instrument has none, so that it counts for nothing.</summary>
    public double[] Summed { get; }

    /// <summary>Instruments with a value and without Greeks.</summary>
    public IReadOnlyList<PricingFailure> Failures => failures;

    public static InstrumentSensitivities Compute(Accelerator accelerator, Book book, CancellationToken cancellation)
    {
        InstrumentTable table = InstrumentCompiler.Compile(book, []);
        int block = (SmallestBlock + accelerator.ItemGranularity - 1) / accelerator.ItemGranularity * accelerator.ItemGranularity;
        GreekInputs inputs = GreekInputs.Of(book, table, block);
        double[] options = Run(accelerator, inputs.Options, inputs.OptionStride, block, (i, g) => new OptionGreeksLaunch(block, inputs.OptionStride, i, g), cancellation);
        double[] linears = Run(accelerator, inputs.Linears, inputs.LinearStride, block, (i, g) => new LinearGreeksLaunch(block, inputs.LinearStride, i, g), cancellation);
        var result = new InstrumentSensitivities(book);
        Span<double> figures = stackalloc double[GreeksKernels.Figures];
        for (int i = 0; i < result.Greeks.Length; i++)
        {
            bool option = table.ProfitRow[i] < table.Options;
            Gather(option ? options : linears, option ? inputs.OptionStride : inputs.LinearStride, table.ProfitRow[i] - (option ? 0 : table.Options), figures);
            result.Set(i, book, table.BaseValue[i], figures);
        }
        return result;
    }

    private static double[] Run<TLaunch>(
        Accelerator accelerator, double[] inputs, int stride, int block, Func<DeviceBuffer<double>, DeviceBuffer<double>, TLaunch> launch, CancellationToken cancellation)
        where TLaunch : struct, ILaneLaunch
    {
        var greeks = new double[GreeksKernels.Figures * stride];
        if (stride == 0)
            return greeks;
        using DeviceBuffer<double> read = accelerator.Upload<double>(inputs);
        using DeviceBuffer<double> written = accelerator.Allocate<double>(greeks.Length);
        TLaunch bound = launch(read, written);
        accelerator.ForEachPart(stride / block, 1, (queue, first, rows) => queue.Launch(bound, block, first, rows), cancellation);
        accelerator.Read(written, 0, greeks.AsSpan());
        return greeks;
    }

    private static void Gather(double[] matrix, int stride, int column, Span<double> figures)
    {
        for (int f = 0; f < figures.Length; f++)
            figures[f] = matrix[f * stride + column];
    }

    private void Set(int index, Book book, double value, ReadOnlySpan<double> figures)
    {
        Instrument instrument = book.Instruments[index];
        double spot = book.Market.Spots[instrument.Underlying];
        string? missing = FirstInfinite(figures);
        bool complete = missing is null && !double.IsNaN(value);
        if (complete)
            figures.CopyTo(Summed.AsSpan(index * GreeksKernels.Figures));
        else if (!double.IsNaN(value))
            failures.Add(new PricingFailure(instrument.Name, $"its {missing} today is not a finite number"));
        Greeks greeks = complete ? GreekFigures.Of(figures, spot) : Domain.Measures.Greeks.Missing(spot);
        Greeks[index] = new InstrumentGreeks(instrument.Name, instrument.Underlying, value, greeks);
    }

    private static string? FirstInfinite(ReadOnlySpan<double> figures)
    {
        for (int f = 0; f < figures.Length; f++)
        {
            if (!double.IsFinite(figures[f]))
                return Names[f];
        }
        return null;
    }
}

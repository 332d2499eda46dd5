using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Domain.Instruments;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Kernels;

namespace GpuRisk.Simulation.Sensitivities;

/// <summary>The Greeks of a book: of every instrument, and of every account by underlying, in today's market and without a scenario.</summary>
public sealed class GreeksRun
{
    /// <summary>Positions that are brought together and summed at a time, but for a larger account: what bounds the memory beside the positions.</summary>
    private const int PositionsAtOnce = 1 << 20;

    private const int SumsAPart = 256;

    private readonly Accelerator accelerator;
    private readonly Book book;
    private readonly CancellationToken cancellation;
    private readonly string[] names;
    private readonly int[] underlyings;
    private readonly List<AccountGreeks> accounts = [];

    private GreeksRun(Accelerator accelerator, Book book, CancellationToken cancellation)
    {
        this.accelerator = accelerator;
        this.book = book;
        this.cancellation = cancellation;
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        underlyings = new int[book.Instruments.Count];
        for (int i = 0; i < underlyings.Length; i++)
        {
            string underlying = book.Instruments[i].Underlying;
            if (!numbers.TryGetValue(underlying, out int number))
                numbers.Add(underlying, number = numbers.Count);
            underlyings[i] = number;
        }
        names = [.. numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
    }

    /// <summary>Of instruments and accounts. The same bits on every device.</summary>
    public static BookGreeks Execute(Accelerator accelerator, Book book, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(book);
        InstrumentSensitivities instruments = InstrumentSensitivities.Compute(accelerator, book, cancellation);
        var run = new GreeksRun(accelerator, book, cancellation);
        run.SumAccounts(instruments.Summed);
        return new BookGreeks(instruments.Greeks, run.accounts, instruments.Failures);
    }

    /// <summary>Of instruments alone.</summary>
    public static BookGreeks OfInstruments(Accelerator accelerator, Book book, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(book);
        InstrumentSensitivities instruments = InstrumentSensitivities.Compute(accelerator, book, cancellation);
        return new BookGreeks(instruments.Greeks, [], instruments.Failures);
    }

    private void SumAccounts(double[] summed)
    {
        using DeviceBuffer<double> greeks = accelerator.Upload<double>(summed);
        int first = 0, count = book.Positions.Accounts.Count;
        while (first < count)
        {
            int last = LastAccount(first);
            Sum(UnderlyingSlots.Of(book.Positions, first, last, underlyings, names.Length), greeks);
            first = last;
        }
    }

    /// <summary>One past the last account that is summed together with <paramref name="first"/>.</summary>
    private int LastAccount(int first)
    {
        ReadOnlySpan<int> rows = book.Positions.RowStart.Span;
        int last = first + 1;
        while (last < book.Positions.Accounts.Count && rows[last + 1] - rows[first] <= PositionsAtOnce)
            last++;
        return last;
    }

    private void Sum(UnderlyingSlots slots, DeviceBuffer<double> greeks)
    {
        int segments = slots.RowStart.Count - 1;
        if (segments == 0)
            return;
        using DeviceBuffer<int> rowStart = accelerator.Upload<int>([.. slots.RowStart]);
        using DeviceBuffer<int> instruments = accelerator.Upload<int>(slots.Instruments);
        using DeviceBuffer<double> quantities = accelerator.Upload<double>(slots.Quantities);
        using DeviceBuffer<double> sums = accelerator.Allocate<double>((long)segments * GreeksKernels.Figures);
        var launch = new GreekSumsLaunch(rowStart, instruments, quantities, greeks, sums);
        accelerator.ForEachPart(segments, SumsAPart, (queue, first, items) => queue.LaunchScalar(launch, first, items), cancellation);
        var figures = new double[segments * GreeksKernels.Figures];
        accelerator.Read(sums, 0, figures.AsSpan());
        Collect(slots, figures);
    }

    /// <summary>A slot's Greeks are the sums of its segments, added in their order.</summary>
    private void Collect(UnderlyingSlots slots, double[] figures)
    {
        int segment = 0;
        foreach ((int account, int underlying, int segments) in slots.Slots)
        {
            Span<double> sum = figures.AsSpan(segment * GreeksKernels.Figures, GreeksKernels.Figures);
            for (int s = 1; s < segments; s++)
            {
                for (int f = 0; f < sum.Length; f++)
                    sum[f] += figures[(segment + s) * GreeksKernels.Figures + f];
            }
            segment += segments;
            string name = names[underlying];
            accounts.Add(new AccountGreeks(book.Positions.Accounts[account], name, GreekFigures.Of(sum, book.Market.Spots[name])));
        }
    }
}

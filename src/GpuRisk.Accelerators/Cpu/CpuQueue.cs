using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Accelerators.Cpu;

/// <summary>Runs launches at once, on the thread that submits them.</summary>
internal sealed class CpuQueue(int index, LaneWidth width) : LaunchQueue
{
    private readonly Dictionary<string, long> ticks = new(StringComparer.Ordinal);

    public override int Index => index;

    /// <summary>Stopwatch ticks by kernel.</summary>
    public IReadOnlyDictionary<string, long> Ticks => ticks;

    public override void Launch<TLaunch>(in TLaunch launch, int items, int firstRow, int rows)
    {
        long start = Stopwatch.GetTimestamp();
        switch (width)
        {
            case LaneWidth.V512:
                Grid<TLaunch, V512Real, V512Word>(launch, items, firstRow, rows);
                break;
            case LaneWidth.V256:
                Grid<TLaunch, V256Real, V256Word>(launch, items, firstRow, rows);
                break;
            case LaneWidth.V128:
                Grid<TLaunch, V128Real, V128Word>(launch, items, firstRow, rows);
                break;
            default:
                Grid<TLaunch, ScalarReal, ScalarWord>(launch, items, firstRow, rows);
                break;
        }
        // Streamed stores become visible to other threads here.
        Interlocked.MemoryBarrier();
        Count(TLaunch.Kernel, start);
    }

    public override void LaunchScalar<TLaunch>(in TLaunch launch, int firstItem, int items)
    {
        long start = Stopwatch.GetTimestamp();
        switch (width)
        {
            case LaneWidth.V512:
                Each<TLaunch, V512Real, V512Word>(launch, firstItem, items);
                break;
            case LaneWidth.V256:
                Each<TLaunch, V256Real, V256Word>(launch, firstItem, items);
                break;
            case LaneWidth.V128:
                Each<TLaunch, V128Real, V128Word>(launch, firstItem, items);
                break;
            default:
                Each<TLaunch, ScalarReal, ScalarWord>(launch, firstItem, items);
                break;
        }
        Count(TLaunch.Kernel, start);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Grid<TLaunch, R, W>(TLaunch launch, int items, int firstRow, int rows)
        where TLaunch : struct, ILaneLaunch
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        for (int row = firstRow; row < firstRow + rows; row++)
        {
            for (int item = 0; item < items; item += R.Lanes)
                launch.Run<R, W>(item, row);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Each<TLaunch, R, W>(TLaunch launch, int firstItem, int items)
        where TLaunch : struct, IScalarLaunch
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        for (int item = firstItem; item < firstItem + items; item++)
            launch.Run<R, W>(item);
    }

    private void Count(string kernel, long start)
    {
        ref long sum = ref CollectionsMarshal.GetValueRefOrAddDefault(ticks, kernel, out _);
        sum += Stopwatch.GetTimestamp() - start;
    }
}

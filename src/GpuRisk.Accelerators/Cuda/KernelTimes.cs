using System.Runtime.InteropServices;

namespace GpuRisk.Accelerators.Cuda;

/// <summary>
/// Measures kernels on the device: an event before and one after each launch, read once they are reached and used again. Takes one
/// thread at a time.
/// </summary>
internal sealed unsafe class KernelTimes(CudaContext context)
{
    /// <summary>Launches in flight between two bodies, at most; the driver itself holds about a thousand.</summary>
    private const int MostInFlight = 512;

    /// <summary>Fewer are not worth a look.</summary>
    private const int LookFrom = 32;

    private readonly Queue<Interval> inFlight = new();
    private readonly Stack<nint> unused = new();
    private readonly Dictionary<string, double> seconds = new(StringComparer.Ordinal);

    /// <summary>Seconds of the launches that were seen to end.</summary>
    public IReadOnlyDictionary<string, double> Seconds => new Dictionary<string, double>(seconds, seconds.Comparer);

    /// <summary>Events that exist.</summary>
    public int Events => 2 * inFlight.Count + unused.Count;

    public nint Begin()
    {
        if (inFlight.Count >= LookFrom)
            Harvest();
        nint first = Take();
        Record(first);
        return first;
    }

    public void End(string kernel, nint first)
    {
        nint last = Take();
        Record(last);
        inFlight.Enqueue(new Interval(kernel, first, last));
    }

    /// <summary>The launch failed: nothing to measure.</summary>
    public void Cancel(nint first) => unused.Push(first);

    /// <summary>Takes in what has ended, without waiting.</summary>
    public void Harvest()
    {
        while (inFlight.TryPeek(out Interval oldest))
        {
            CudaResult state = context.Driver.EventQuery(oldest.Last);
            if (state == CudaResult.NotReady)
                return;
            context.Check(state, "cuEventQuery");
            Count(oldest);
        }
    }

    /// <summary>Waits until few enough launches are in flight.</summary>
    public void Bound()
    {
        while (inFlight.Count > MostInFlight)
        {
            Interval oldest = inFlight.Peek();
            context.Check(context.Driver.EventSynchronize(oldest.Last), "cuEventSynchronize");
            Count(oldest);
        }
    }

    /// <summary>Destroys the events; failures of a broken context are left to it.</summary>
    public void Close()
    {
        while (inFlight.TryDequeue(out Interval interval))
        {
            unused.Push(interval.First);
            unused.Push(interval.Last);
        }
        while (unused.TryPop(out nint each))
            _ = context.Driver.EventDestroy(each);
    }

    private void Count(Interval interval)
    {
        float milliseconds;
        context.Check(context.Driver.EventElapsedTime(&milliseconds, interval.First, interval.Last), "cuEventElapsedTime");
        _ = inFlight.Dequeue();
        unused.Push(interval.First);
        unused.Push(interval.Last);
        CollectionsMarshal.GetValueRefOrAddDefault(seconds, interval.Kernel, out _) += milliseconds / 1e3;
    }

    private nint Take()
    {
        if (unused.TryPop(out nint pooled))
            return pooled;
        nint made;
        context.Check(context.Driver.EventCreate(&made, 0), "cuEventCreate");
        return made;
    }

    private void Record(nint moment) => context.Check(context.Driver.EventRecord(moment, context.Stream), "cuEventRecord");

    private readonly record struct Interval(string Kernel, nint First, nint Last);
}

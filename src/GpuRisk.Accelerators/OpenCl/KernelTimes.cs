namespace GpuRisk.Accelerators.OpenCl;

/// <summary>
/// The events of the launches under way, in order, and what each kernel took so far. It bounds what is under way: a driver keeps each launch
/// and its event in memory until somebody has looked.
/// </summary>
internal sealed unsafe class KernelTimes(OpenClContext context) : IDisposable
{
    /// <summary>Launches under way at most; half of them are waited for when there are as many.</summary>
    public const int Most = 2048;

    private readonly Queue<(nint Done, string Kernel)> pending = new();
    private readonly Dictionary<string, double> seconds = new(StringComparer.Ordinal);

    public int Pending => pending.Count;

    /// <summary>Seconds by kernel, of the launches that are done.</summary>
    public IReadOnlyDictionary<string, double> Seconds
    {
        get
        {
            while (pending.Count > 0 && IsDone(pending.Peek().Done))
                TakeFirst();
            return new Dictionary<string, double>(seconds, StringComparer.Ordinal);
        }
    }

    public void Add(string kernel, nint done)
    {
        pending.Enqueue((done, kernel));
        if (pending.Count >= Most)
            Await(Most / 2);
    }

    /// <summary>Waits until at most <paramref name="left"/> launches are under way.</summary>
    public void Await(int left)
    {
        while (pending.Count > left)
            TakeFirst();
    }

    public void Dispose()
    {
        foreach ((nint done, _) in pending)
            _ = OpenClApi.ReleaseEvent(done);
        pending.Clear();
    }

    private static bool IsDone(nint done)
    {
        int status = OpenClFlag.CommandComplete;
        _ = OpenClApi.GetEventInfo(done, OpenClQuery.EventCommandExecutionStatus, sizeof(int), &status, null);
        return status <= OpenClFlag.CommandComplete;
    }

    private static double Time(nint done)
    {
        ulong start = 0, end = 0;
        bool known = OpenClApi.GetEventProfilingInfo(done, OpenClQuery.ProfilingCommandStart, sizeof(ulong), &start, null) == 0
            && OpenClApi.GetEventProfilingInfo(done, OpenClQuery.ProfilingCommandEnd, sizeof(ulong), &end, null) == 0;
        return known && end > start ? (end - start) * 1e-9 : 0;
    }

    private void TakeFirst()
    {
        (nint done, string kernel) = pending.Dequeue();
        double time;
        try
        {
            context.Wait(done, kernel);
            time = Time(done);
        }
        finally
        {
            _ = OpenClApi.ReleaseEvent(done);
        }
        seconds[kernel] = seconds.GetValueOrDefault(kernel) + time;
    }
}

using System.Runtime.ExceptionServices;

namespace GpuRisk.Accelerators.Cpu;

/// <summary>Threads that wait for work together: each call runs one action on every member, the caller being the first.</summary>
internal sealed class WorkerTeam : IDisposable
{
    private readonly SemaphoreSlim[] start;
    private readonly CountdownEvent done;
    private readonly Exception?[] failures;
    private Action<int>? work;
    private volatile bool closing;

    public WorkerTeam(int members)
    {
        Members = members;
        start = new SemaphoreSlim[members];
        failures = new Exception?[members];
        done = new CountdownEvent(1);
        for (int i = 1; i < members; i++)
        {
            int member = i;
            start[i] = new SemaphoreSlim(0);
            new Thread(() => Serve(member)) { IsBackground = true, Name = $"GpuRisk worker {member}" }.Start();
        }
    }

    public int Members { get; }

    public void Run(Action<int> action)
    {
        ObjectDisposedException.ThrowIf(closing, this);
        work = action;
        done.Reset(Members);
        for (int i = 1; i < Members; i++)
            start[i].Release();
        Execute(0);
        done.Wait();
        work = null;
        Exception? failure = Array.Find(failures, f => f is not null);
        Array.Clear(failures);
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    }

    public void Dispose()
    {
        closing = true;
        for (int i = 1; i < Members; i++)
            start[i].Release();
    }

    private void Serve(int member)
    {
        for (;;)
        {
            start[member].Wait();
            if (closing)
                return;
            Execute(member);
        }
    }

    private void Execute(int member)
    {
        try
        {
            work!(member);
        }
#pragma warning disable CA1031 // Whatever a member throws is thrown again where the team was called.
        catch (Exception e)
#pragma warning restore CA1031
        {
            failures[member] = e;
        }
        finally
        {
            done.Signal();
        }
    }
}

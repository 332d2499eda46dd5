using System.Runtime.InteropServices;

namespace GpuRisk.Cli;

/// <summary>Ctrl-C, SIGTERM and a terminal that is closed: the first asks the work to stop, a second one ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>Work that takes longer to stop than this is left where it is: nothing it writes has its name yet.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource source = new();
    private readonly TaskCompletionSource overdue = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Timer timer;
    private readonly PosixSignalRegistration[] registrations;
    private int code;

    public Interruption()
    {
        timer = new Timer(_ => overdue.TrySetResult());
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Receive(context, GpuRisk.Cli.ExitCode.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Receive(context, GpuRisk.Cli.ExitCode.HungUp)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Receive(context, GpuRisk.Cli.ExitCode.Terminated)),
        ];
    }

    public CancellationToken Token => source.Token;

    /// <summary>Completes when the work has been asked to stop and has had its time to do so.</summary>
    public Task Overdue => overdue.Task;

    /// <summary>What the process returns when it stops because of this.</summary>
    public int ExitCode => code == 0 ? GpuRisk.Cli.ExitCode.Interrupted : code;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations)
            registration.Dispose();
        timer.Dispose();
        source.Dispose();
    }

    private void Receive(PosixSignalContext context, int exitCode)
    {
        if (Interlocked.CompareExchange(ref code, exitCode, 0) != 0)
            return;
        context.Cancel = true;
        timer.Change(Grace, Timeout.InfiniteTimeSpan);
        source.Cancel();
    }
}

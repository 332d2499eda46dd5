using System.Diagnostics.Tracing;

namespace GpuRisk.Inlining.Tests;

/// <summary>Collects the runtime's inlining decisions until it has seen one that is known to come last.</summary>
internal sealed class InliningListener(string lastCallee) : EventListener
{
    /// <summary>The runtime's keyword for the JIT's inlining decisions (JitTracingKeyword).</summary>
    private const EventKeywords JitTracing = (EventKeywords)0x1000;

    private readonly List<InliningDecision> decisions = [];
    private readonly ManualResetEventSlim last = new();

    /// <summary>Waits for the end of the stream, which arrives on a thread of the runtime's own.</summary>
    public IReadOnlyList<InliningDecision> Complete()
    {
        Assert.True(last.Wait(TimeSpan.FromMinutes(2)), $"The runtime did not report that {lastCallee} was not inlined.");
        lock (decisions)
            return [.. decisions];
    }

    public override void Dispose()
    {
        base.Dispose();
        last.Dispose();
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            EnableEvents(eventSource, EventLevel.Verbose, JitTracing);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        bool failed = eventData.EventName?.StartsWith("MethodJitInliningFailed", StringComparison.Ordinal) == true;
        if (!failed && eventData.EventName?.StartsWith("MethodJitInliningSucceeded", StringComparison.Ordinal) != true)
            return;
        string Text(string name) => eventData.Payload![eventData.PayloadNames!.IndexOf(name)]!.ToString()!;
        string Method(string role) => Text(role + "Namespace") + "." + Text(role + "Name");
        var decision = new InliningDecision(Method("MethodBeingCompiled"), Method("Inliner"), Method("Inlinee"), failed ? Text("FailReason") : null);
        lock (decisions)
            decisions.Add(decision);
        if (decision.Callee.EndsWith(lastCallee, StringComparison.Ordinal))
            last.Set();
    }
}

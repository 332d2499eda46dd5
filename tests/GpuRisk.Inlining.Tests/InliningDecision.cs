namespace GpuRisk.Inlining.Tests;

/// <summary>What the JIT made of one call while it compiled a method. Methods as <c>Namespace.Class.Method</c>, as the runtime writes them.</summary>
/// <param name="Compiled">The method that was being compiled.</param>
/// <param name="Caller">The method in which the call stands: <paramref name="Compiled"/>, or what was inlined into it.</param>
/// <param name="Callee">The method that was called.</param>
/// <param name="Failure">Why it was not inlined; null where it was.</param>
internal sealed record InliningDecision(string Compiled, string Caller, string Callee, string? Failure)
{
    public override string ToString() => $"{Compiled}: {Callee}, called in {Caller}, {(Failure is null ? "inlined" : "not inlined: " + Failure)}";
}

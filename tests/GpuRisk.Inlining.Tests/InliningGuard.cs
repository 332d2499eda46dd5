using System.Reflection;
using System.Runtime.CompilerServices;
using GpuRisk.Kernels;

namespace GpuRisk.Inlining.Tests;

/// <summary>Compiles methods while it listens, and finds the calls in them that the JIT left as calls.</summary>
internal static class InliningGuard
{
    /// <summary>Helpers that are meant to be calls: each runs over many elements a call, and inlined they would only crowd their caller's registers.</summary>
    private static readonly string[] MeantAsCalls =
    [
        "GpuRisk.Kernels.TailKernels.Minima", "GpuRisk.Kernels.Tails.TailBound.Smallest", "GpuRisk.Kernels.Tails.TailCandidates.Partition",
        "GpuRisk.Kernels.Tails.TailCandidates.Worst", "GpuRisk.Kernels.Tails.TailCandidates.Sort",
    ];

    /// <summary>Decisions on every call in <paramref name="methods"/>, which nobody may have called before in this process.</summary>
    /// <typeparam name="TRun">A type that stands for this call alone: the end of the stream is marked by a method over it.</typeparam>
    public static IReadOnlyList<InliningDecision> Compile<TRun>(IReadOnlyCollection<MethodInfo> methods, params Type[] lanes)
        where TRun : struct
    {
        using var listener = new InliningListener($"{nameof(InliningGuard)}.{nameof(Last)}");
        foreach (MethodInfo method in methods)
        {
            foreach (Type[] further in Instances(method))
                RuntimeHelpers.PrepareMethod(method.MethodHandle, method.IsGenericMethodDefinition ? [.. lanes.Concat(further).Select(t => t.TypeHandle)] : null);
        }
        MethodInfo end = typeof(InliningGuard).GetMethod(nameof(CallLast), BindingFlags.NonPublic | BindingFlags.Static)!;
        RuntimeHelpers.PrepareMethod(end.MethodHandle, [typeof(TRun).TypeHandle]);
        HashSet<string> names = [.. methods.Select(NameOf)];
        List<InliningDecision> decisions = [.. listener.Complete().Where(d => names.Contains(d.Compiled))];
        Assert.Empty(names.Except(decisions.Select(d => d.Compiled))); // A method of which nothing was heard was not looked at.
        return decisions;
    }

    /// <summary>What the JIT failed to inline and should have.</summary>
    public static IEnumerable<InliningDecision> Failures(IEnumerable<InliningDecision> decisions) =>
        decisions.Where(d => d.Failure is not null && !MeantAsCalls.Contains(d.Callee)).Distinct();

    /// <summary>The type arguments beside the lanes with which a kernel is compiled.</summary>
    private static Type[][] Instances(MethodInfo method)
    {
        Type[][] instances = [.. method.GetCustomAttributes<KernelInstanceAttribute>().Select(instance => instance.Arguments.ToArray())];
        return instances.Length == 0 ? [[]] : instances;
    }

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Last<TRun>(int x)
        where TRun : struct => x * 3 + Unsafe.SizeOf<TRun>();

    /// <summary>The one call in it cannot be inlined, so compiling it is reported as a failure.</summary>
    private static int CallLast<TRun>(int x)
        where TRun : struct => Last<TRun>(x) + 1;
}

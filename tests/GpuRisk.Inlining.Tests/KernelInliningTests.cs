using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Inlining.Tests;

/// <summary>
/// Every call in a kernel is inlined, for every type of lanes: one that is not costs its kernel two to six times its speed, and nothing
/// else would show it.
/// </summary>
public sealed class KernelInliningTests
{
    /// <summary>Kernels and the helpers beside them that are compiled by themselves.</summary>
    private static readonly MethodInfo[] Methods =
    [
        .. typeof(KernelAttribute).Assembly.GetTypes()
            .Select(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(methods => methods.Any(m => m.IsDefined(typeof(KernelAttribute))))
            .SelectMany(methods => methods)
            .Where(m => !m.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveInlining)),
    ];

    [Fact]
    public void In_kernels_without_lanes() =>
        AssertInlined(InliningGuard.Compile<WithoutLanes>([.. Methods.Where(m => !m.IsGenericMethodDefinition)]));

    [Fact]
    public void In_lanes_of_one() => AssertInlined(Compile<ScalarReal, ScalarWord>());

    [Fact]
    public void In_lanes_of_128_bits()
    {
        Assert.SkipUnless(Vector128.IsHardwareAccelerated, "This processor has no vectors of 128 bits.");
        AssertInlined(Compile<V128Real, V128Word>());
    }

    [Fact]
    public void In_lanes_of_256_bits()
    {
        Assert.SkipUnless(Vector256.IsHardwareAccelerated, "This processor has no vectors of 256 bits (AVX2).");
        AssertInlined(Compile<V256Real, V256Word>());
    }

    [Fact]
    public void In_lanes_of_512_bits()
    {
        Assert.SkipUnless(Vector512.IsHardwareAccelerated, "This processor has no vectors of 512 bits (AVX-512).");
        AssertInlined(Compile<V512Real, V512Word>());
    }

    [Fact]
    public void Kernels_are_never_inlined_themselves() =>
        Assert.All(
            Methods.Where(m => m.IsDefined(typeof(KernelAttribute))),
            m => Assert.True(m.MethodImplementationFlags.HasFlag(MethodImplAttributes.NoInlining), m.Name));

    [Fact]
    public void A_kernel_that_calls_a_function_that_cannot_be_inlined_is_reported()
    {
        InliningDecision[] failures = [.. InliningGuard.Failures(Control<Call>(nameof(MissedInlining.CallsOut)))];
        Assert.Contains(failures, f => f.Callee.EndsWith(nameof(MissedInlining.OutOfLine), StringComparison.Ordinal));
    }

    [Fact]
    public void A_kernel_beyond_the_budget_of_the_JIT_is_reported()
    {
        InliningDecision[] failures = [.. InliningGuard.Failures(Control<Budget>(nameof(MissedInlining.TooMuch)))];
        Assert.Contains(failures, f => f.Callee.StartsWith("GpuRisk.Kernels.", StringComparison.Ordinal));
    }

    private static IReadOnlyList<InliningDecision> Compile<R, W>()
        where R : struct
        where W : struct
    {
        IReadOnlyList<InliningDecision> decisions =
            InliningGuard.Compile<R>([.. Methods.Where(m => m.IsGenericMethodDefinition)], typeof(R), typeof(W));
        // These lanes, not others: their own operators are among what was inlined.
        Assert.Contains(decisions, d => d.Failure is null && d.Callee.StartsWith(typeof(R).FullName + ".", StringComparison.Ordinal));
        return decisions;
    }

    private static IReadOnlyList<InliningDecision> Control<TRun>(string kernel)
        where TRun : struct =>
        InliningGuard.Compile<TRun>([typeof(MissedInlining).GetMethod(kernel)!], typeof(ScalarReal), typeof(ScalarWord));

    private static void AssertInlined(IReadOnlyList<InliningDecision> decisions)
    {
        InliningDecision[] failures = [.. InliningGuard.Failures(decisions)];
        Assert.True(failures.Length == 0, string.Join('\n', failures.Select(f => f.ToString())));
    }

    private readonly struct WithoutLanes;

    private readonly struct Call;

    private readonly struct Budget;
}

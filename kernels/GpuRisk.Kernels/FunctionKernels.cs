using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Functions;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.Kernels;

/// <summary>
/// The elementary functions one by one. No run needs them: a device is tested with them, in and out of their domains, before it is trusted.
/// </summary>
public static class FunctionKernels
{
    /// <summary>y = f(x), row x item with the given stride.</summary>
    [Kernel, KernelInstance(typeof(Exp)), KernelInstance(typeof(ExpNonPositive)), KernelInstance(typeof(Log)), KernelInstance(typeof(NormalCdf)),
     KernelInstance(typeof(NormalQuantile)), MethodImpl(MethodImplOptions.NoInlining)]
    public static void Apply<R, W, F>(int item, int row, int stride, Reals<R, W> x, Reals<R, W> y)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
        where F : struct, IFunction => y[(long)row * stride + item] = F.Of<R, W>(x[(long)row * stride + item]);
}

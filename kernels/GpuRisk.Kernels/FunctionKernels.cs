using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Mathematics;

namespace GpuRisk.Kernels;

/// <summary>
/// The elementary functions one by one, y = f(x), over matrices with a stride. No run needs them: a device is tested with them, in and out of
/// their domains, before it is trusted.
/// </summary>
public static class FunctionKernels
{
    /// <summary>See <see cref="RealMath.Exp"/>.</summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Exp<R, W>(int item, int row, int stride, Reals<R, W> x, Reals<R, W> y)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => y[(long)row * stride + item] = RealMath.Exp<R, W>(x[(long)row * stride + item]);

    /// <summary>See <see cref="RealMath.ExpNonPositive"/>.</summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void ExpNonPositive<R, W>(int item, int row, int stride, Reals<R, W> x, Reals<R, W> y)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => y[(long)row * stride + item] = RealMath.ExpNonPositive<R, W>(x[(long)row * stride + item]);

    /// <summary>See <see cref="RealMath.Log"/>.</summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Log<R, W>(int item, int row, int stride, Reals<R, W> x, Reals<R, W> y)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => y[(long)row * stride + item] = RealMath.Log<R, W>(x[(long)row * stride + item]);

    /// <summary>See <see cref="RealMath.NormalCdf"/>.</summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void NormalCdf<R, W>(int item, int row, int stride, Reals<R, W> x, Reals<R, W> y)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => y[(long)row * stride + item] = RealMath.NormalCdf<R, W>(x[(long)row * stride + item]);

    /// <summary>See <see cref="RealMath.NormalQuantile"/>.</summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void NormalQuantile<R, W>(int item, int row, int stride, Reals<R, W> x, Reals<R, W> y)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => y[(long)row * stride + item] = RealMath.NormalQuantile<R, W>(x[(long)row * stride + item]);
}

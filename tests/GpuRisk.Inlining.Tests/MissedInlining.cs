using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Mathematics;

namespace GpuRisk.Inlining.Tests;

/// <summary>Kernels as they must not be, by which the guard is tested.</summary>
internal static class MissedInlining
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static R OutOfLine<R, W>(R x)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => x * x;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void CallsOut<R, W>(int item, Reals<R, W> values)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => values[item] = OutOfLine<R, W>(values[item]);

    /// <summary>Eight quantiles and eight distribution functions inlined into one method.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void TooMuch<R, W>(int item, Reals<R, W> values)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => values[item] = Twice<R, W>(Twice<R, W>(Twice<R, W>(Twice<R, W>(values[item]))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static R Twice<R, W>(R x)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => RealMath.NormalQuantile<R, W>(RealMath.NormalCdf<R, W>(RealMath.NormalQuantile<R, W>(RealMath.NormalCdf<R, W>(x))));
}

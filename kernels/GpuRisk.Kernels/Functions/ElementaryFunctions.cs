using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Mathematics;

namespace GpuRisk.Kernels.Functions;

/// <summary>See <see cref="RealMath.Exp"/>.</summary>
public readonly struct Exp : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static R Of<R, W>(R x)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => RealMath.Exp<R, W>(x);
}

/// <summary>See <see cref="RealMath.ExpNonPositive"/>.</summary>
public readonly struct ExpNonPositive : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static R Of<R, W>(R x)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => RealMath.ExpNonPositive<R, W>(x);
}

/// <summary>See <see cref="RealMath.Log"/>.</summary>
public readonly struct Log : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static R Of<R, W>(R x)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => RealMath.Log<R, W>(x);
}

/// <summary>See <see cref="RealMath.NormalCdf"/>.</summary>
public readonly struct NormalCdf : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static R Of<R, W>(R x)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => RealMath.NormalCdf<R, W>(x);
}

/// <summary>See <see cref="RealMath.NormalQuantile"/>.</summary>
public readonly struct NormalQuantile : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static R Of<R, W>(R x)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => RealMath.NormalQuantile<R, W>(x);
}

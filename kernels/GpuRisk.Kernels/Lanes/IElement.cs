using System.Runtime.CompilerServices;

namespace GpuRisk.Kernels.Lanes;

/// <summary>How a real is held in memory: a type argument of kernels whose stores may be narrower than their arithmetic.</summary>
public interface IElement
{
    /// <summary>Bytes of one element.</summary>
    static abstract int Size { get; }

    static abstract unsafe R Load<R, W>(byte* source)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>;

    static abstract unsafe void Store<R, W>(byte* target, R value)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>;
}

/// <summary>Double precision (IEEE 754 binary64): nothing is lost.</summary>
public readonly struct Binary64 : IElement
{
    public static int Size => sizeof(double);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe R Load<R, W>(byte* source)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => Unsafe.ReadUnaligned<R>(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store<R, W>(byte* target, R value)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => Unsafe.WriteUnaligned(target, value);
}

/// <summary>Single precision (IEEE 754 binary32): half the memory; relative error 2^-24, and nil below 2^-126.</summary>
public readonly struct Binary32 : IElement
{
    public static int Size => sizeof(float);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe R Load<R, W>(byte* source)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => R.LoadSingle((float*)source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store<R, W>(byte* target, R value)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W> => value.StoreSingle((float*)target);
}

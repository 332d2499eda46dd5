using System.Runtime.CompilerServices;

namespace GpuRisk.Kernels.Lanes;

/// <summary>Device memory of reals: index i is the element of the first lane, and a bundle covers i to i + Lanes - 1.</summary>
public readonly unsafe struct Reals<R, W>(void* first)
    where R : struct, IReal<R, W>
    where W : struct, IWord<W>
{
    private readonly byte* first = (byte*)first;

    public R this[long i]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.ReadUnaligned<R>(first + i * R.ElementSize);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => Unsafe.WriteUnaligned(first + i * R.ElementSize, value);
    }

    /// <summary>As the indexer's set, past the caches: see <see cref="IReal{R, W}.Stream"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Stream(long i, R value) => value.Stream(first + i * R.ElementSize);
}

/// <summary>Device memory of reals in the elements of <typeparamref name="E"/>: as <see cref="Reals{R, W}"/>, rounded on the way in.</summary>
public readonly unsafe struct Stored<R, W, E>(void* first)
    where R : struct, IReal<R, W>
    where W : struct, IWord<W>
    where E : struct, IElement
{
    private readonly byte* first = (byte*)first;

    public R this[long i]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => E.Load<R, W>(first + i * E.Size);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => E.Store<R, W>(first + i * E.Size, value);
    }
}

/// <summary>Device memory of words: as <see cref="Reals{R, W}"/>.</summary>
public readonly unsafe struct Words<W>(uint* first)
    where W : struct, IWord<W>
{
    public W this[long i]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => W.Load(first + i);
    }
}

/// <summary>Device memory read uniformly: the same element for all lanes.</summary>
public readonly unsafe struct Table<T>(T* first)
    where T : unmanaged
{
    public T this[long i]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => first[i];
    }
}

/// <summary>Device memory that a scalar kernel reads and writes.</summary>
public readonly unsafe struct Column<T>(T* first)
    where T : unmanaged
{
    public T this[long i]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => first[i];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => first[i] = value;
    }
}

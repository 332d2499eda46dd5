namespace GpuRisk.Kernels.Lanes;

/// <summary>
/// A bundle of reals, one a work item. Every member is exact or correctly rounded (IEEE 754, round to nearest), so that
/// all widths and devices give the same bits; a fused multiply-add happens where <c>Fma</c> is written and nowhere else.
/// There is no comparison operator: lanes follow one path of control, and choose values instead.
/// The overloads with a <c>double</c> keep constants out of local variables, of which the JIT tracks only so many.
/// </summary>
public interface IReal<R, W>
    where R : struct, IReal<R, W>
    where W : struct, IWord<W>
{
    /// <summary>Work items in a bundle.</summary>
    static abstract int Lanes { get; }

    /// <summary>Bytes of one lane in memory.</summary>
    static abstract int ElementSize { get; }

    /// <summary>Adding this to a small real rounds it to an integer, held in the low bits.</summary>
    static abstract double RoundingMagic { get; }

    /// <summary>Below this, exp is taken as 0.</summary>
    static abstract double ExpUnderflow { get; }

    /// <summary>Above this, exp is infinite.</summary>
    static abstract double ExpOverflow { get; }

    static abstract R operator +(R a, R b);

    static abstract R operator +(R a, double b);

    static abstract R operator +(double a, R b);

    static abstract R operator -(R a, R b);

    static abstract R operator -(R a, double b);

    static abstract R operator -(double a, R b);

    static abstract R operator *(R a, R b);

    static abstract R operator *(R a, double b);

    static abstract R operator *(double a, R b);

    static abstract R operator /(R a, R b);

    static abstract R operator /(R a, double b);

    static abstract R operator /(double a, R b);

    static abstract R operator -(R a);

    /// <summary>The same value in every lane.</summary>
    static abstract R Of(double value);

    /// <summary>a b + c with one rounding.</summary>
    static abstract R Fma(R a, R b, R c);

    /// <inheritdoc cref="Fma(R, R, R)"/>
    static abstract R Fma(R a, R b, double c);

    /// <inheritdoc cref="Fma(R, R, R)"/>
    static abstract R Fma(R a, double b, R c);

    /// <inheritdoc cref="Fma(R, R, R)"/>
    static abstract R Fma(R a, double b, double c);

    static abstract R Sqrt(R a);

    static abstract R Abs(R a);

    /// <summary>The lesser; which of the two is returned where <paramref name="a"/> is NaN depends on the hardware.</summary>
    static abstract R Min(R a, double b);

    /// <summary>a &lt; b ? yes : no, lane by lane; no where either is NaN.</summary>
    static abstract R IfLess(R a, R b, R yes, R no);

    /// <inheritdoc cref="IfLess(R, R, R, R)"/>
    static abstract R IfLess(R a, double b, R yes, R no);

    /// <inheritdoc cref="IfLess(R, R, R, R)"/>
    static abstract R IfLess(R a, double b, double yes, R no);

    /// <summary>True where some lane is less than <paramref name="b"/>: lets all lanes skip work that none needs.</summary>
    static abstract bool AnyLess(R a, double b);

    /// <summary>Bit i is set where lane i is not at least <paramref name="b"/>: less, or NaN.</summary>
    static abstract uint Below(R a, double b);

    /// <summary>2^n, where x = n + <see cref="RoundingMagic"/>; n from -1022 to 1024, of which 1024 gives infinity.</summary>
    static abstract R Pow2(R x);

    /// <summary>The integer k that brings x 2^-k into [sqrt(1/2), sqrt(2)). x positive and normal.</summary>
    static abstract R Exponent(R x);

    /// <summary>x 2^-k with k = <see cref="Exponent"/>. x positive and normal.</summary>
    static abstract R Significand(R x);

    /// <summary>(j + 1/2) 2^-52, where j is the upper 52 bits of the two words: uniform, strictly inside (0, 1).</summary>
    static abstract R Uniform(W high, W low);

    /// <summary>Consecutive reals of single precision, one a lane, widened exactly.</summary>
    static abstract unsafe R LoadSingle(float* source);

    /// <summary>
    /// Writes the lanes rounded to single precision, to nearest. What is too small for a normal number of that precision becomes zero: devices
    /// differ in whether they hold smaller ones.
    /// </summary>
    unsafe void StoreSingle(float* target);

    /// <summary>Writes the lanes past the caches where the hardware can: for what is not read again soon. Visible to others after the launch.</summary>
    unsafe void Stream(byte* target);
}

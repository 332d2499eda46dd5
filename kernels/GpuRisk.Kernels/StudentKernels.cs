using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Mathematics;

namespace GpuRisk.Kernels;

/// <summary>
/// From normals to Student's t. Item: a scenario of the tile. Quantiles come as Chebyshev series from the host, so that lanes need neither
/// iterations nor branches.
/// </summary>
public static class StudentKernels
{
    /// <summary>
    /// Turns normal z of row <paramref name="row"/> into e^{s(z / reach)}, s the series: the root of a constant over a chi-squared variable whose
    /// probability is N(z). Beyond the reach z counts as there.
    /// </summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Mixing<R, W>(int item, int row, Table<double> series, int terms, double inverseReach, int stride, Reals<R, W> normals)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        long at = (long)row * stride + item;
        R x = normals[at] * inverseReach;
        x = R.IfLess(x, -1.0, -1.0, x);
        x = R.IfLess(R.Of(1.0), x, R.Of(1.0), x);
        normals[at] = RealMath.Exp<R, W>(ChebyshevSeries.Of<R, W>(x, series, 0, terms));
    }

    /// <summary>Multiplies row <paramref name="row"/> by row <paramref name="by"/>, which is another.</summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Scale<R, W>(int item, int row, int by, int stride, Reals<R, W> normals)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        long at = (long)row * stride + item;
        normals[at] = normals[at] * normals[(long)by * stride + item];
    }

    /// <summary>
    /// Row f turns a t value y of nu degrees of freedom into scales[f] x, x the value of nu_f degrees of freedom at the same probability:
    /// x = y e^{s_f(2 w / reach - 1)} with w = ln(1 + y^2 squareScale), s_f row f of series. Beyond the reach x goes on in proportion to y.
    /// </summary>
    /// <param name="inverseHalfReach">2 / reach.</param>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Marginal<R, W>(
        int item, int row, Table<double> series, int terms, double squareScale, double inverseHalfReach, Table<double> scales, int stride, Reals<R, W> values)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        long at = (long)row * stride + item;
        R y = values[at];
        R w = RealMath.Log<R, W>(R.Fma(y * y, squareScale, 1.0));
        R x = R.Fma(w, inverseHalfReach, -1.0);
        x = R.IfLess(R.Of(1.0), x, R.Of(1.0), x);
        values[at] = y * scales[row] * RealMath.Exp<R, W>(ChebyshevSeries.Of<R, W>(x, series, (long)row * terms, terms));
    }
}

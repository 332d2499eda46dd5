using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Mathematics;
using GpuRisk.Kernels.Random;

namespace GpuRisk.Kernels;

/// <summary>From scenario numbers to shocks. Item: a scenario of the tile. Matrices are row x scenario with the tile's stride.</summary>
public static class ScenarioKernels
{
    /// <summary>
    /// Row j writes the independent normals 2j and 2j + 1 of scenario scenarios[first + item]: Philox4x32-10 at counter
    /// (scenario, j, stream, 0), two words a uniform, normals by the quantile function.
    /// </summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Normals<R, W>(int item, int row, Words<W> scenarios, int first, uint stream, uint key0, uint key1, int stride, Reals<R, W> normals)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        W c0 = scenarios[(long)first + item];
        W c1 = W.Of((uint)row);
        W c2 = W.Of(stream);
        W c3 = W.Of(0u);
        Philox.Apply(ref c0, ref c1, ref c2, ref c3, key0, key1);
        normals[2L * row * stride + item] = R.Uniform(c0, c1);
        normals[(2L * row + 1) * stride + item] = R.Uniform(c2, c3);
        // A loop, so that the quantile is inlined once: two copies run at half the speed.
        for (int half = 0; half < 2; half++)
        {
            long at = (2L * row + half) * stride + item;
            normals[at] = RealMath.NormalQuantile<R, W>(normals[at]);
        }
    }

    /// <summary>Factors that a row of <see cref="Correlate"/> takes together: each normal is read once for all of them.</summary>
    public const int FactorsARow = 4;

    /// <summary>
    /// Row r writes shock_f = sum_{k &lt;= f} loadings[f, k] z_k for the factors f from 4 r on, in the order of k with fused additions.
    /// loadings: factors x factors, row-major, volatility_f times the lower Cholesky factor.
    /// </summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Correlate<R, W>(int item, int row, int factors, Table<double> loadings, int stride, Reals<R, W> normals, Reals<R, W> shocks)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        int f = row * FactorsARow;
        if (f + FactorsARow <= factors)
        {
            CorrelateFour(item, f, factors, loadings, stride, normals, shocks);
            return;
        }
        for (int own = f; own < factors; own++)
        {
            long first = (long)own * factors;
            R sum = normals[item] * loadings[first];
            for (int k = 1; k <= own; k++)
                sum = R.Fma(normals[(long)k * stride + item], loadings[first + k], sum);
            shocks[(long)own * stride + item] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CorrelateFour<R, W>(int item, int f, int factors, Table<double> loadings, int stride, Reals<R, W> normals, Reals<R, W> shocks)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        long first = (long)f * factors, second = first + factors, third = second + factors, fourth = third + factors;
        R z = normals[item];
        R a = z * loadings[first];
        R b = z * loadings[second];
        R c = z * loadings[third];
        R d = z * loadings[fourth];
        for (int k = 1; k <= f; k++)
        {
            z = normals[(long)k * stride + item];
            a = R.Fma(z, loadings[first + k], a);
            b = R.Fma(z, loadings[second + k], b);
            c = R.Fma(z, loadings[third + k], c);
            d = R.Fma(z, loadings[fourth + k], d);
        }
        long at = (long)f * stride + item;
        shocks[at] = a;
        z = normals[at + stride];
        b = R.Fma(z, loadings[second + f + 1], b);
        c = R.Fma(z, loadings[third + f + 1], c);
        d = R.Fma(z, loadings[fourth + f + 1], d);
        shocks[at + stride] = b;
        z = normals[at + 2L * stride];
        c = R.Fma(z, loadings[third + f + 2], c);
        d = R.Fma(z, loadings[fourth + f + 2], d);
        shocks[at + 2L * stride] = c;
        z = normals[at + 3L * stride];
        shocks[at + 3L * stride] = R.Fma(z, loadings[fourth + f + 3], d);
    }

    /// <summary>
    /// Row f writes shock_f = sum_k loadings[f, k] z_k over all <paramref name="columns"/> normals, in the order of k with fused additions.
    /// loadings: factors x columns, row-major.
    /// </summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Combine<R, W>(int item, int row, int columns, Table<double> loadings, int stride, Reals<R, W> normals, Reals<R, W> shocks)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        long first = (long)row * columns;
        R sum = normals[item] * loadings[first];
        for (int k = 1; k < columns; k++)
            sum = R.Fma(normals[(long)k * stride + item], loadings[first + k], sum);
        shocks[(long)row * stride + item] = sum;
    }

    /// <summary>Copies the given shocks of scenario scenarios[first + item], all factors: a scalar kernel. given: factors x count.</summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Gather(int item, int factors, Table<uint> scenarios, int first, int count, Table<double> given, int stride, Column<double> shocks)
    {
        long scenario = scenarios[(long)first + item];
        for (int f = 0; f < factors; f++)
            shocks[(long)f * stride + item] = given[(long)f * count + scenario];
    }
}

using System.Runtime.CompilerServices;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Kernels.Mathematics;
using GpuRisk.Kernels.Random;

namespace GpuRisk.Kernels;

/// <summary>
/// Normals that are not independent from scenario to scenario, or not standard, and what makes up for it. Item: a scenario of the tile. Matrices
/// are row x scenario with the tile's stride.
/// </summary>
public static class SamplingKernels
{
    /// <summary>
    /// As <see cref="ScenarioKernels.Normals"/>, for pairs of scenarios: number 2k has the normals of counter k, and 2k + 1 the same with the
    /// opposite sign.
    /// </summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void AntitheticNormals<R, W>(
        int item, int row, Words<W> scenarios, int first, uint stream, uint key0, uint key1, int stride, Reals<R, W> normals)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        W scenario = scenarios[(long)first + item];
        W c0 = scenario >> 1;
        W c1 = W.Of((uint)row);
        W c2 = W.Of(stream);
        W c3 = W.Of(0u);
        Philox.Apply(ref c0, ref c1, ref c2, ref c3, key0, key1);
        normals[2L * row * stride + item] = R.Uniform(c0, c1);
        normals[(2L * row + 1) * stride + item] = R.Uniform(c2, c3);
        // The lowest bit as a number in (0, 1): below a half for even scenarios, above it for odd ones.
        R side = R.Uniform((scenario & 1u) << 31, W.Of(0u));
        for (int half = 0; half < 2; half++)
        {
            long at = (2L * row + half) * stride + item;
            R normal = RealMath.NormalQuantile<R, W>(normals[at]);
            normals[at] = R.IfLess(side, 0.5, normal, -normal);
        }
    }

    /// <summary>
    /// Row j writes the normal of dimension d = firstDimension + j of scenario s = scenarios[first + item]: point s / R of Sobol's sequence, in Gray-code
    /// order, under scrambling s mod R, R = 2^randomisationBits; the quantile of its 32 scrambled bits and 20 below them. The scrambling's seeds are
    /// Philox4x32-10 at counter (s mod R, d, 0, 1). A dimension past the last that has direction numbers is pseudo-random, at counter (s, d, 0, 2).
    /// directions: dimension x 32 words, number b of dimension d at 32 d + b, first binary digit in the lowest bit. bits: how many the largest point number has.
    /// </summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void SobolNormals<R, W>(
        int item, int row, Words<W> scenarios, int first, int randomisationBits, int firstDimension, int dimensions, int bits, Table<uint> directions,
        uint key0, uint key1, int stride, Reals<R, W> normals)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        int dimension = firstDimension + row;
        W scenario = scenarios[(long)first + item];
        W c0 = scenario & ((1u << randomisationBits) - 1u);
        W c1 = W.Of((uint)dimension);
        W c2 = W.Of(0u);
        W c3 = W.Of(1u);
        int digits = bits;
        if (dimension >= dimensions)
        {
            c0 = scenario;
            c3 = W.Of(2u);
            digits = 0;
        }
        Philox.Apply(ref c0, ref c1, ref c2, ref c3, key0, key1);
        W index = scenario >> randomisationBits;
        W gray = index ^ (index >> 1);
        W point = W.Of(0u);
        for (int b = 0; b < digits; b++)
        {
            point = point ^ W.MultiplyLow(gray & 1u, directions[32L * dimension + b]);
            gray = gray >> 1;
        }
        W high = NestedScramble.Reverse(NestedScramble.Apply(point, c0, c1), c2);
        // What lies below the scrambled digits is uniform by c3 and differs from point to point.
        W low = W.MultiplyLow(high, 0xD2511F53u) ^ c3;
        if (dimension >= dimensions)
        {
            high = c0;
            low = c1;
        }
        normals[(long)row * stride + item] = RealMath.NormalQuantile<R, W>(R.Uniform(high, low));
    }

    /// <summary>
    /// Row j turns normal z of row j into mean_j + deviation_j z; but leaves it in every eighth scenario, those whose numbers 8 divides.
    /// </summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void Tilt<R, W>(
        int item, int row, Words<W> scenarios, int first, Table<double> means, Table<double> deviations, int stride, Reals<R, W> normals)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        long at = (long)row * stride + item;
        R normal = normals[at];
        // The three lowest bits as a number in (0, 1): below a sixteenth where they are 0, from an eighth on elsewhere.
        R eighth = R.Uniform((scenarios[(long)first + item] & 7u) << 29, W.Of(0u));
        normals[at] = R.IfLess(eighth, 0.0625, normal, R.Fma(normal, deviations[row], R.Of(means[row])));
    }

    /// <summary>
    /// Row j of the weights: w = 1 / (a + (1 - a) exp(c + sum_k (l_k y_k + q_k y_k^2))), where y_k is row k: the density of the model over that
    /// of a mixture of the model, with share a, and of a tilted normal. coefficients: a, c, then l_k and q_k of each k.
    /// </summary>
    [Kernel, MethodImpl(MethodImplOptions.NoInlining)]
    public static void LikelihoodRatios<R, W>(
        int item, int row, int count, Table<double> coefficients, int stride, Reals<R, W> normals, Reals<R, W> weights)
        where R : struct, IReal<R, W>
        where W : struct, IWord<W>
    {
        R sum = R.Of(coefficients[1]);
        for (int k = 0; k < count; k++)
        {
            R y = normals[(long)k * stride + item];
            sum = R.Fma(R.Fma(y, coefficients[2L * k + 3], coefficients[2L * k + 2]), y, sum);
        }
        double share = coefficients[0];
        weights[(long)row * stride + item] = 1.0 / (share + (1.0 - share) * RealMath.Exp<R, W>(sum));
    }
}

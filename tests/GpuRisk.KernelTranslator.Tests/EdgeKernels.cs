using System.Numerics;
using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.KernelTranslator.Tests;

/// <summary>
/// Where C# defines what C leaves open. Compiled twice: as C#, and from its text through the translator. Each kernel writes
/// <see cref="Results"/> numbers an item. (The analyzers would write some of this otherwise; the subset is meant here as it stands.)
/// </summary>
public static class EdgeKernels
{
    public const int Results = 32;

    [Kernel]
    public static void Integers(int item, Table<int> first, Table<int> second, Column<int> results)
    {
        int a = first[item], b = second[item];
        long at = (long)item * Results;
        results[at] = a + b;
        results[at + 1] = a - b;
        results[at + 2] = a * b;
        results[at + 3] = -a;
        results[at + 4] = ~a;
        results[at + 5] = b == 0 || b == -1 ? 0 : a / b;
        results[at + 6] = b == 0 || b == -1 ? 0 : a % b;
        results[at + 7] = a / 7;
        results[at + 8] = a % -7;
        results[at + 9] = a << b;
        results[at + 10] = a >> b;
        results[at + 11] = a >>> b;
        results[at + 12] = a << 33;
        results[at + 13] = a >> -1;
        results[at + 14] = (int)((uint)a + (uint)b);
        results[at + 15] = (int)((uint)a >> b);
        results[at + 16] = (int)((uint)a << b);
        results[at + 17] = (a & b) | (a ^ ~b);
        results[at + 18] = a < b ? 1 : a == b ? 2 : 3;
        results[at + 19] = (uint)a < (uint)b ? 1 : 0;
        results[at + 20] = BitOperations.TrailingZeroCount(a);
        results[at + 21] = BitOperations.LeadingZeroCount((uint)a);
        results[at + 22] = BitOperations.PopCount((uint)a);
        results[at + 23] = Math.Min(a, b);
        results[at + 24] = (int)Math.Max((uint)a, (uint)b);
        results[at + 25] = a;
        results[at + 25]++;
        results[at + 26] = Collatz(a);
        results[at + 27] = (a > 0) ^ (b > 0) ? 1 : 0;
        results[at + 28] = Spread(a, out int low, out int high);
        results[at + 29] = low;
        results[at + 30] = high;
        results[at + 31] = (int)((long)a * b >> 16);
    }

    [Kernel]
    public static void LongIntegers(int item, Table<long> first, Table<long> second, Column<long> results)
    {
        long a = first[item], b = second[item];
        int c = (int)b;
        ulong u = (ulong)a;
        long at = (long)item * Results;
        results[at] = a + b;
        results[at + 1] = a - b;
        results[at + 2] = a * b;
        results[at + 3] = -a;
        results[at + 4] = b == 0 || b == -1 ? 0 : a / b;
        results[at + 5] = b == 0 || b == -1 ? 0 : a % b;
        results[at + 6] = a << c;
        results[at + 7] = a >> c;
        results[at + 8] = a >>> c;
        results[at + 9] = (long)(u << c);
        results[at + 10] = (long)(u >> c);
        results[at + 11] = c;
        results[at + 12] = (uint)c;
        results[at + 13] = (long)(ulong)c;
        results[at + 14] = (long)(u / 10);
        results[at + 15] = (long)c * c + c;
        results[at + 16] = (long)c * c * c;
        results[at + 17] = (uint)a - 1L;
        results[at + 18] = u < (ulong)b ? 1 : 0;
        results[at + 19] = BitOperations.TrailingZeroCount(u);
        results[at + 20] = BitOperations.LeadingZeroCount(u);
        results[at + 21] = BitOperations.PopCount(u);
        results[at + 22] = Math.Max(a, b);
        results[at + 23] = (long)Math.Min(u, (ulong)b);
        results[at + 24] = long.MinValue + c;
        results[at + 25] = a % 1000;
        results[at + 26] = (long)(uint)(a * 3);
        results[at + 27] = BitConverter.DoubleToInt64Bits(a);
        results[at + 28] = BitConverter.DoubleToInt64Bits(u);
        results[at + 29] = BitConverter.DoubleToInt64Bits(c);
        results[at + 30] = BitConverter.DoubleToInt64Bits((uint)c);
        results[at + 31] = a - 1 - (b - 1);
    }

    /// <summary>Results as bits, so that zeros of two signs differ; NaN, whose bits are the processor's, as 1.</summary>
    [Kernel]
    public static void Reals(int item, Table<double> first, Table<double> second, Column<long> results)
    {
        double a = first[item], b = second[item];
        long at = (long)item * Results;
        results[at] = (int)a;
        results[at + 1] = (uint)a;
        results[at + 2] = (long)a;
        results[at + 3] = (long)(ulong)a;
        results[at + 4] = Bits(a + b);
        results[at + 5] = Bits(a - b);
        results[at + 6] = Bits(a * b);
        results[at + 7] = Bits(a / b);
        results[at + 8] = Bits(a * b + 1.0);
        results[at + 9] = Bits(Math.FusedMultiplyAdd(a, b, 1.0));
        results[at + 10] = Bits(Math.Sqrt(a));
        results[at + 11] = Bits(Math.Abs(a));
        results[at + 12] = Bits(-a);
        results[at + 13] = a < b ? 1 : a > b ? 2 : a == b ? 3 : 4;
        results[at + 14] = a <= b ? 1 : 0;
        results[at + 15] = !(a >= b) ? 1 : 0;
        results[at + 16] = a != b ? 1 : 0;
        results[at + 17] = double.IsNaN(a) ? 1 : 0;
        results[at + 18] = double.IsInfinity(a) ? 1 : 0;
        results[at + 19] = double.IsFinite(a) ? 1 : 0;
        results[at + 20] = Bits(ScalarReal.Min(ScalarReal.Of(a), b).a);
        results[at + 21] = ScalarReal.Below(ScalarReal.Of(a), b);
        results[at + 22] = Bits(ScalarReal.IfLess(ScalarReal.Of(a), ScalarReal.Of(b), ScalarReal.Of(a), ScalarReal.Of(b)).a);
        results[at + 23] = Bits(a * 0.1 + 1e-300);
        results[at + 24] = Bits(BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(a) ^ 1));
        results[at + 25] = Bits(a * double.Epsilon);
        results[at + 26] = Bits(a < 0 ? double.NegativeInfinity : double.MaxValue);
        results[at + 27] = Bits(0.0 * a);
        results[at + 28] = Bits(-0.0 + a);
        results[at + 29] = Bits(a - a * b - b);
        results[at + 30] = Bits(a / 3);
        Pair pair = new() { High = a * b, Low = Math.FusedMultiplyAdd(a, b, -(a * b)) };
        results[at + 31] = Bits(Sum(pair));
    }

    private struct Pair
    {
        public double High;
        public double Low;
    }

    private static double Sum(Pair pair) => pair.High + pair.Low;

    private static long Bits(double x) => double.IsNaN(x) ? 1 : BitConverter.DoubleToInt64Bits(x);

    private static int Collatz(int n)
    {
        int steps = 0;
        for (uint m = (uint)n; m > 1; steps++)
        {
            m = (m & 1) == 0 ? m / 2 : 3 * m + 1;
            if (steps >= 100)
                break;
        }
        do
            steps--;
        while (steps > 50);
        return steps;
    }

    private static int Spread(int n, out int low, out int high)
    {
        low = n - 1;
        high = n + 1;
        return high > low ? 1 : -1;
    }
}

using System.Runtime.InteropServices;
using GpuRisk.Kernels.Lanes;

namespace GpuRisk.KernelTranslator.Tests;

/// <summary>The translated text, compiled for this processor, computes what C# computes.</summary>
public sealed unsafe class ExecutionTests : IDisposable
{
    private static readonly int[] Integers =
        [0, 1, -1, 2, -2, 3, 7, 31, 32, 33, 63, 64, -31, 1000, -1000, 65535, 65536, 0x12345678, -0x12345678, int.MaxValue, int.MaxValue - 1, int.MinValue, int.MinValue + 1];

    private static readonly double[] Reals =
    [
        0.0, -0.0, 1, -1, 0.5, -0.5, 0.999999, 1.5, -1.5, 2.5, 0.1, 3, 1e-10, 1e10, -1e10, 2147483647, 2147483648, -2147483648, -2147483648.5, -2147483649, 4294967295,
        4294967295.5, 4294967296, 9223372036854775807.0, -9223372036854775808.0, 18446744073709549568.0, 18446744073709551616.0, 1e300, -1e300, 1e-310, double.Epsilon,
        double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1 + 1.1102230246251565e-16, 1.0000000000000002,
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gpurisk-translated-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Integers_compute_as_in_CSharp() => Compare<int, int>(nameof(EdgeKernels.Integers), Integers, EdgeKernels.Integers);

    [Fact]
    public void Long_integers_compute_as_in_CSharp() => Compare<long, long>(
        nameof(EdgeKernels.LongIntegers), [.. Integers.Select(i => (long)i), .. Integers.Select(i => (long)i << 32 | 5), long.MaxValue, long.MinValue, long.MinValue + 1], EdgeKernels.LongIntegers);

    [Fact]
    public void Reals_compute_as_in_CSharp() => Compare<double, long>(nameof(EdgeKernels.Reals), Reals, EdgeKernels.Reals);

    /// <summary>Every pair of the values through both, results compared bit for bit.</summary>
    private void Compare<T, TResult>(string kernel, T[] values, Action<int, Table<T>, Table<T>, Column<TResult>> managed)
        where T : unmanaged
        where TResult : unmanaged
    {
        nint library = Load();
        var run = (delegate* unmanaged<int, int, T*, T*, TResult*, void>)NativeLibrary.GetExport(library, "EdgeKernels_" + kernel);
        int* current = (int*)NativeLibrary.GetExport(library, "gr_host_item");
        T[] first = [.. values.SelectMany(a => values.Select(_ => a))], second = [.. values.SelectMany(_ => values)];
        var expected = new TResult[first.Length * EdgeKernels.Results];
        var actual = new TResult[expected.Length];
        fixed (T* a = first, b = second)
        fixed (TResult* e = expected, r = actual)
        {
            for (int item = 0; item < first.Length; item++)
            {
                managed(item, new Table<T>(a), new Table<T>(b), new Column<TResult>(e));
                *current = item;
                run(first.Length, 0, a, b, r);
            }
            // One past the last item: a work group's overhang must do nothing.
            *current = first.Length;
            run(first.Length, 0, a, b, r);
        }
        NativeLibrary.Free(library);
        for (int i = 0; i < expected.Length; i++)
        {
            int item = i / EdgeKernels.Results;
            Assert.True(expected[i].Equals(actual[i]), $"{kernel} {i % EdgeKernels.Results} of ({first[item]}, {second[item]}): C# {expected[i]}, C {actual[i]}");
        }
    }

    private nint Load()
    {
        string? compiler = HostCompiler.Find("g++", "clang++");
        Assert.SkipWhen(compiler is null, "Neither g++ nor clang++ is installed.");
        string source = File.ReadAllText(Path.Combine(Places.Repository, "tests", "GpuRisk.KernelTranslator.Tests", "EdgeKernels.cs"));
        TranslatedSource translated = TranslatedSource.Of("\n" + source);
        Assert.Empty(translated.Errors);
        return HostCompiler.Load(compiler!, translated.OpenCl, folder);
    }
}

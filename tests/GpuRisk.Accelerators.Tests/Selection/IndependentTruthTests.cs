using System.Globalization;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Accelerators.Launches;
using GpuRisk.Kernels.Functions;

namespace GpuRisk.Accelerators.Tests.Selection;

/// <summary>The kernels whose digests a device is held to, against values of 60 digits: golden digests alone would guard a mistake.</summary>
public sealed class IndependentTruthTests
{
    private static readonly string Tables = Path.Combine(Places.Repository, "tests", "GpuRisk.Kernels.Tests", "Reference");

    [Fact]
    public void Exp_is_e_to_the_x() => AssertClose("exp", Tolerance.ExpUlps, (n, x, y) => new FunctionLaunch<Exp>(n, x, y));

    [Fact]
    public void Log_is_the_natural_logarithm() => AssertClose("log", Tolerance.LogUlps, (n, x, y) => new FunctionLaunch<Log>(n, x, y));

    [Fact]
    public void NormalCdf_is_the_integral_of_the_density() => AssertClose("normal_cdf", Tolerance.NormalCdfUlps, (n, x, y) => new FunctionLaunch<NormalCdf>(n, x, y));

    [Fact]
    public void NormalQuantile_is_its_inverse() => AssertClose("normal_quantile", Tolerance.NormalQuantileUlps, (n, x, y) => new FunctionLaunch<NormalQuantile>(n, x, y));

    private static void AssertClose<TLaunch>(string table, double ulps, Func<int, DeviceBuffer<double>, DeviceBuffer<double>, TLaunch> launch)
        where TLaunch : struct, ILaneLaunch
    {
        double[][] rows = [.. File.ReadLines(Path.Combine(Tables, table + ".csv")).Skip(1).Select(Parse)];
        Assert.True(rows.Length > 30);
        using var cpu = new CpuAccelerator(1);
        int items = (rows.Length + cpu.ItemGranularity - 1) / cpu.ItemGranularity * cpu.ItemGranularity;
        double[] x = [.. rows.Select(r => r[0]), .. new double[items - rows.Length]];
        using DeviceBuffer<double> given = cpu.Upload<double>(x), computed = cpu.Allocate<double>(items);
        cpu.ForEach(1, (queue, _) => queue.Launch(launch(items, given, computed), items, 0, 1), CancellationToken.None);
        var y = new double[items];
        cpu.Read<double>(computed, 0, y);
        for (int i = 0; i < rows.Length; i++)
        {
            double size = Math.Max(Math.Abs(rows[i][1]), 2.2250738585072014e-308);
            double error = Math.Abs(y[i] - rows[i][1] - rows[i][2]) / (Math.BitIncrement(size) - size);
            Assert.True(error <= ulps, string.Create(CultureInfo.InvariantCulture, $"{table} at {x[i]:R}: {error} ulps"));
        }
    }

    private static double[] Parse(string line) => [.. line.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
}

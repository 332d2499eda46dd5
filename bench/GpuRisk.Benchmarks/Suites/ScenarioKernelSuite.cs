using BenchmarkDotNet.Attributes;
using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Launches;

namespace GpuRisk.Benchmarks.Suites;

/// <summary>From scenario numbers to market moves, for 64 factors and one tile.</summary>
public class ScenarioKernelSuite : LaneKernelSuite
{
    private const int Factors = 64;
    private const int Tile = 256;
    private const int MarketRows = 256;

    private NormalsLaunch normals;
    private CorrelateLaunch correlate;
    private MoveLaunch move;

    [Benchmark, Elements(Factors * Tile, "normals")]
    public void Normals() => Launch(normals, Tile, Factors / 2);

    /// <summary>Elements are the multiply-adds of a triangular product.</summary>
    [Benchmark, Elements(Factors * (Factors + 1) / 2 * Tile, "multiply-adds")]
    public void Correlate() => Launch(correlate, Tile, CorrelateLaunch.RowsOf(Factors));

    [Benchmark, Elements(MarketRows * Tile, "market moves")]
    public void Move() => Launch(move, Tile, MarketRows);

    protected override void Prepare()
    {
        DeviceBuffer<uint> scenarios = Upload<uint>([.. Enumerable.Range(0, Tile).Select(i => (uint)i)]);
        DeviceBuffer<double> z = Allocate<double>(Factors * Tile);
        DeviceBuffer<double> shocks = Uniform(Factors * Tile, -0.1, 0.1);
        normals = new NormalsLaunch(scenarios, 0, 0, 1, Tile, z);
        correlate = new CorrelateLaunch(
            Factors, Uniform(Factors * Factors, -0.01, 0.01), Tile, Uniform(Factors * Tile, -3, 3), Allocate<double>(Factors * Tile));
        DeviceBuffer<int> factors = Upload<int>([.. Enumerable.Range(0, 2 * MarketRows).Select(i => i % Factors)]);
        move = new MoveLaunch(
            factors, Uniform(2 * MarketRows, -1, 1), Tile, shocks, Allocate<double>(MarketRows * Tile), Allocate<double>(MarketRows * Tile));
    }
}

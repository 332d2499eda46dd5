using System.Globalization;

namespace GpuRisk.Calibration.Tests;

/// <summary>Columns of third-party tables.</summary>
internal static class Columns
{
    internal static double[] Read(string file, int column) =>
        [.. File.ReadLines(Places.Shared(file)).Skip(1).Select(line => double.Parse(line.Split(',')[column], CultureInfo.InvariantCulture))];
}

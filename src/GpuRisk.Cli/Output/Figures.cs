using System.Globalization;

namespace GpuRisk.Cli.Output;

/// <summary>Numbers for people: invariant culture, thousands separated; a missing figure is a dash.</summary>
internal static class Figures
{
    public static string Money(double value) => double.IsNaN(value) ? "-" : value.ToString("#,##0.00", CultureInfo.InvariantCulture);

    public static string Whole(long value) => value.ToString("#,##0", CultureInfo.InvariantCulture);

    public static string Gibibytes(long bytes) => ((double)bytes / (1L << 30)).ToString("#,##0.0", CultureInfo.InvariantCulture) + " GiB";

    public static string Seconds(double value) => value.ToString("0.000", CultureInfo.InvariantCulture) + " s";

    public static string Rate(double value) => value.ToString("0.00e+0", CultureInfo.InvariantCulture) + "/s";

    public static string Price(double value) => double.IsNaN(value) ? "-" : value.ToString("0.00000000", CultureInfo.InvariantCulture);

    /// <summary>Six significant digits: sensitivities range over many powers of ten.</summary>
    public static string Sensitivity(double value) => double.IsNaN(value) ? "-" : value.ToString("G6", CultureInfo.InvariantCulture);

    public static string Coin(double value) => value.ToString("0.0e+0", CultureInfo.InvariantCulture);
}

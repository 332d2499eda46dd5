using System.Globalization;

namespace GpuRisk.Reports.Svg;

/// <summary>
/// Blue for -1, white for 0, orange-brown for 1: told apart under every common colour-vision deficiency, and by lightness alone told from 0. Lighter colours
/// lie halfway, so that equal steps of a correlation look about equal.
/// </summary>
internal static class DivergingColour
{
    /// <summary>From here on, in size, white text is easier to read than dark.</summary>
    private const double Dark = 0.72;

    private static (double Red, double Green, double Blue)[] Stops => [(8, 62, 112), (118, 166, 208), (255, 255, 255), (240, 163, 97), (148, 62, 0)];

    /// <summary>As <c>#rrggbb</c>; a value that is not a number is grey.</summary>
    public static string Of(double value)
    {
        if (double.IsNaN(value))
            return "#c3ccd4";
        double place = (Math.Clamp(value, -1, 1) + 1) * 2;
        int stop = Math.Min(3, (int)place);
        double part = place - stop;
        ((double r0, double g0, double b0), (double r1, double g1, double b1)) = (Stops[stop], Stops[stop + 1]);
        return string.Create(CultureInfo.InvariantCulture, $"#{Mix(r0, r1, part):x2}{Mix(g0, g1, part):x2}{Mix(b0, b1, part):x2}");
    }

    public static bool IsDark(double value) => Math.Abs(value) >= Dark;

    private static int Mix(double from, double to, double part) => (int)Math.Round(from + (to - from) * part);
}

using System.Globalization;

namespace GpuRisk.Reports.Svg;

/// <summary>
/// Blue for -1, white for 0, orange-brown for 1: told apart under every common colour-vision deficiency, and by lightness alone told from 0. Lighter colours
/// lie halfway, so that equal steps of a correlation look about equal.
/// </summary>
internal static class DivergingColour
{
    /// <summary>Relative luminance at which white text and dark text are as easy to read.</summary>
    private const double Even = 0.18;

    private static (double Red, double Green, double Blue)[] Stops => [(8, 62, 112), (118, 166, 208), (255, 255, 255), (240, 163, 97), (148, 62, 0)];

    /// <summary>As <c>#rrggbb</c>; a value that is not a number is grey.</summary>
    public static string Of(double value)
    {
        if (double.IsNaN(value))
            return "#c3ccd4";
        (int red, int green, int blue) = Mixed(value);
        return string.Create(CultureInfo.InvariantCulture, $"#{red:x2}{green:x2}{blue:x2}");
    }

    /// <summary>Whether text on the colour should be white. A gamma of 2 is close enough to that of sRGB.</summary>
    public static bool IsDark(double value)
    {
        if (double.IsNaN(value))
            return false;
        (int red, int green, int blue) = Mixed(value);
        return (0.2126 * red * red + 0.7152 * green * green + 0.0722 * blue * blue) / (255 * 255) < Even;
    }

    private static (int Red, int Green, int Blue) Mixed(double value)
    {
        double place = (Math.Clamp(value, -1, 1) + 1) * 2;
        int stop = Math.Min(3, (int)place);
        double part = place - stop;
        ((double r0, double g0, double b0), (double r1, double g1, double b1)) = (Stops[stop], Stops[stop + 1]);
        return (Mix(r0, r1, part), Mix(g0, g1, part), Mix(b0, b1, part));
    }

    private static int Mix(double from, double to, double part) => (int)Math.Round(from + (to - from) * part);
}

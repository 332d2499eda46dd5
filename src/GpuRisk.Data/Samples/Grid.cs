namespace GpuRisk.Data.Samples;

/// <summary>Rounding to a venue's grid of ticks and lots.</summary>
internal static class Grid
{
    /// <summary>
    /// The multiple of 1 / <paramref name="perUnit"/> nearest to <paramref name="value"/>, ties to even. One division of
    /// whole numbers, so the result is the double nearest to a short decimal and prints as one.
    /// </summary>
    public static double Nearest(double value, int perUnit) => Math.Round(value * perUnit) / perUnit;

    /// <summary>As <see cref="Nearest"/> for a positive quantity, and at least one lot.</summary>
    public static double Lots(double quantity, int lotsPerUnit) => Math.Max(1, Math.Round(quantity * lotsPerUnit)) / lotsPerUnit;

    /// <summary>The largest of 1, 2, 2.5, 5 times a power of ten that does not exceed <paramref name="most"/>, positive.</summary>
    public static decimal RoundStep(decimal most)
    {
        decimal unit = 1;
        while (unit > most)
            unit /= 10;
        while (unit * 10 <= most)
            unit *= 10;
        decimal mantissa = most / unit;
        return unit * (mantissa >= 5m ? 5m : mantissa >= 2.5m ? 2.5m : mantissa >= 2m ? 2m : 1m);
    }
}

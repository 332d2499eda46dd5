using System.Globalization;

namespace GpuRisk.Reports.Formats;

/// <summary>
/// Amounts of one table with one number of decimals, so that their digits align: none from 100,000 up, two from 1,000,
/// four from 1, more below. Thousands separated by commas; 1e15 and more in scientific notation; infinity as its sign.
/// </summary>
internal readonly record struct MoneyFormat(int Decimals)
{
    private const double Scientific = 1e15;

    /// <summary>The format for the largest finite magnitude of <paramref name="values"/>.</summary>
    public static MoneyFormat For(IEnumerable<double> values)
    {
        double largest = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return new MoneyFormat(largest switch
        {
            0 or >= 1e5 => 0,
            >= 1e3 => 2,
            >= 1 => 4,
            _ => Math.Min(15, 4 - (int)Math.Floor(Math.Log10(largest))),
        });
    }

    /// <summary>The amount as text; NaN has none and is the caller's to explain.</summary>
    public string Text(double value)
    {
        if (double.IsInfinity(value))
            return value > 0 ? "∞" : "-∞";
        if (Math.Abs(value) >= Scientific)
            return value.ToString("0.0000e+0", CultureInfo.InvariantCulture);
        // A negative amount that rounds to nothing would print as -0.
        double shown = Math.Abs(value) * Math.Pow(10, Decimals) < 0.5 ? 0 : value;
        return shown.ToString("N" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}

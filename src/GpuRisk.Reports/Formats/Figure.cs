using System.Globalization;

namespace GpuRisk.Reports.Formats;

/// <summary>Numbers that are not money, as the report prints them: invariant, with commas between thousands.</summary>
internal static class Figure
{
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 account</c>, <c>2,000 accounts</c>.</summary>
    public static string Count(long value, string noun) => value == 1 ? $"1 {noun}" : $"{Count(value)} {noun}s";

    /// <summary>A share of one as a percentage with one decimal and a space that does not break.</summary>
    public static string Percent(double share)
    {
        double shown = Math.Abs(share) < 0.0005 ? 0 : share;
        return (shown * 100).ToString("N1", CultureInfo.InvariantCulture) + "\u00A0%";
    }

    /// <summary>A volatility in percent with three significant digits, two decimals at least: <c>4.12 %</c>, <c>0.0153 %</c>.</summary>
    public static string Volatility(double volatility)
    {
        double percent = volatility * 100;
        int decimals = percent == 0 ? 2 : (int)Math.Clamp(2 - Math.Floor(Math.Log10(Math.Abs(percent))), 2, 8);
        return percent.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + "\u00A0%";
    }

    /// <summary>Of one: <c>0.83</c>, <c>-0.07</c>; never a negative nothing.</summary>
    public static string Correlation(double value) => (Math.Round(value, 2) + 0.0).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Degrees of freedom, one decimal below a hundred.</summary>
    public static string DegreesOfFreedom(double value) => value.ToString(value < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Seconds with two decimals below ten, one below a hundred, none above, and three where less than a tenth.</summary>
    public static string Seconds(double seconds)
    {
        string pattern = seconds switch { < 0.1 => "0.000", < 10 => "0.00", < 100 => "0.0", _ => "#,0" };
        return seconds.ToString(pattern, CultureInfo.InvariantCulture) + "\u00A0s";
    }

    /// <summary>Three significant digits and a word: <c>412 million</c>.</summary>
    public static string Rounded(double value)
    {
        (double divisor, string word) = value switch
        {
            >= 1e12 => (1e12, "\u00A0trillion"),
            >= 1e9 => (1e9, "\u00A0billion"),
            >= 1e6 => (1e6, "\u00A0million"),
            >= 1e3 => (1e3, "\u00A0thousand"),
            _ => (1, ""),
        };
        double scaled = value / divisor;
        string pattern = scaled switch { < 10 => "0.##", < 100 => "0.#", _ => "#,0" };
        return scaled.ToString(pattern, CultureInfo.InvariantCulture) + word;
    }

    public static string Plain(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>An instant in UTC, to the minute, or to the second where it has seconds.</summary>
    public static string Instant(DateTimeOffset instant)
    {
        DateTime utc = instant.UtcDateTime;
        string pattern = utc.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss";
        return utc.ToString(pattern, CultureInfo.InvariantCulture) + " UTC";
    }

    /// <summary>The horizon in words: <c>1 day</c>, <c>10 days</c>.</summary>
    public static string Days(int days) => Count(days, "day");
}

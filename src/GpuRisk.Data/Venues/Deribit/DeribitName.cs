using System.Globalization;
using GpuRisk.Domain.Instruments;

namespace GpuRisk.Data.Venues.Deribit;

/// <summary>
/// The venue's names: <c>BTC-25SEP26-70000-C</c>, <c>BTC-25SEP26</c>, <c>BTC-PERPETUAL</c>. The day has no leading zero, a decimal
/// point in a strike is written <c>d</c>, and contracts expire at 08:00 UTC.
/// </summary>
public static class DeribitName
{
    private static readonly TimeOnly hourOfExpiry = new(8, 0);

    public static string Future(string prefix, DateTimeOffset expiry) => prefix + "-" + Day(expiry);

    public static string Perpetual(string prefix) => prefix + "-PERPETUAL";

    public static string Option(string prefix, DateTimeOffset expiry, decimal strike, OptionRight right)
    {
        string number = strike.ToString("0.#########", CultureInfo.InvariantCulture).Replace('.', 'd');
        return $"{prefix}-{Day(expiry)}-{number}-{(right == OptionRight.Call ? "C" : "P")}";
    }

    public static bool TryParseFuture(string name, out string prefix, out DateTimeOffset expiry)
    {
        prefix = "";
        expiry = default;
        string[] parts = name.Split('-');
        if (parts.Length != 2 || parts[0].Length == 0 || !TryParseDay(parts[1], out expiry))
            return false;
        prefix = parts[0];
        return true;
    }

    public static bool TryParseOption(string name, out OptionTerms terms)
    {
        terms = default;
        string[] parts = name.Split('-');
        if (parts.Length != 4 || parts[0].Length == 0 || parts[3] is not ("C" or "P")
            || !TryParseDay(parts[1], out DateTimeOffset expiry)
            || !decimal.TryParse(parts[2].Replace('d', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal strike))
        {
            return false;
        }
        terms = new OptionTerms(parts[0], expiry, (double)strike, parts[3] == "C" ? OptionRight.Call : OptionRight.Put);
        return true;
    }

    private static string Day(DateTimeOffset expiry) =>
        expiry.UtcDateTime.ToString("dMMMyy", CultureInfo.InvariantCulture).ToUpperInvariant();

    private static bool TryParseDay(string text, out DateTimeOffset expiry)
    {
        expiry = default;
        // The two-digit year is the venue's; spelling out the century keeps a calendar's pivot year from having a say.
        if (text.Length is < 6 or > 7
            || !DateOnly.TryParseExact(text[..^2] + "20" + text[^2..], "dMMMyyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return false;
        }
        expiry = new DateTimeOffset(day, hourOfExpiry, TimeSpan.Zero);
        return true;
    }
}

/// <summary>What an option's name says.</summary>
public readonly record struct OptionTerms(string Prefix, DateTimeOffset Expiry, double Strike, OptionRight Right);

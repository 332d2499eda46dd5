using System.Globalization;
using System.Text;

namespace GpuRisk.Data.Text;

/// <summary>A date as tables carry it: <c>2026-03-27</c>.</summary>
internal static class CalendarDate
{
    private const string Pattern = "yyyy-MM-dd";

    public static bool TryParse(ReadOnlySpan<byte> utf8, out DateOnly date)
    {
        Span<char> text = stackalloc char[Pattern.Length];
        date = default;
        return Encoding.UTF8.TryGetChars(utf8, text, out int length)
            && DateOnly.TryParseExact(text[..length], Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    public static string Format(DateOnly date) => date.ToString(Pattern, CultureInfo.InvariantCulture);
}

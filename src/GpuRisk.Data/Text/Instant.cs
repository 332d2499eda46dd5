using System.Globalization;
using System.Text;

namespace GpuRisk.Data.Text;

/// <summary>
/// An instant as files carry it: ISO 8601 with an offset, <c>2026-03-27T08:00:00Z</c>. The offset is required, because
/// an instant without one means another instant on every machine.
/// </summary>
internal static class Instant
{
    public const string Expectation = "an ISO 8601 instant with an offset, such as 2026-03-27T08:00:00Z, is expected";

    private static readonly string[] WithZone =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmzzz"];

    private static readonly string[] WithZulu =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm'Z'"];

    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset instant)
    {
        if (text.EndsWith("Z"))
        {
            return DateTimeOffset.TryParseExact(
                text, WithZulu, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
        }

        return DateTimeOffset.TryParseExact(text, WithZone, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8, out DateTimeOffset instant)
    {
        Span<char> text = stackalloc char[40];
        instant = default;
        return Encoding.UTF8.TryGetChars(utf8, text, out int length) && TryParse(text[..length], out instant);
    }

    /// <summary>In UTC, with as many decimals of a second as it has.</summary>
    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}

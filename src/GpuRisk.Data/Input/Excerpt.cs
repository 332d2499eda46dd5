using System.Globalization;
using System.Text;

namespace GpuRisk.Data.Input;

/// <summary>
/// Text of a hostile file as a message may show it: in quotes, short, and without control characters, which a terminal
/// would obey.
/// </summary>
internal static class Excerpt
{
    private const int Longest = 60;

    private const int LongestSentence = 300;

    public static string Of(ReadOnlySpan<byte> utf8) => Of(Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, 4 * Longest)]));

    public static string Of(string text)
    {
        StringBuilder shown = new("'");
        Append(shown, text, Longest);
        return shown.Append(text.Length > Longest ? "...'" : "'").ToString();
    }

    /// <summary>What another part says about a file, with pieces of the file in it: without quotes around it, and longer.</summary>
    public static string OfSentence(string text)
    {
        StringBuilder shown = new();
        Append(shown, text, LongestSentence);
        return shown.Append(text.Length > LongestSentence ? "..." : "").ToString();
    }

    private static void Append(StringBuilder shown, string text, int longest)
    {
        foreach (char character in text.AsSpan(0, Math.Min(text.Length, longest)))
        {
            if (char.IsControl(character) || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format)
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else
                shown.Append(character);
        }
    }
}

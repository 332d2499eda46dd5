using System.Globalization;
using System.Text;

namespace GpuRisk.Cli.Output;

/// <summary>Lines on standard error. Names of files and options come from outside: control characters are shown, not sent.</summary>
internal static class ErrorLines
{
    public static void Write(params string[] lines)
    {
        StringBuilder text = new();
        foreach (string line in lines)
            text.AppendLine(Shown(line));
        Console.Error.Write(text);
    }

    /// <summary>Takes a line that rewrites itself off the terminal.</summary>
    public static void ClearProgress()
    {
        if (!Console.IsErrorRedirected)
            Console.Error.Write("\r\u001b[K");
    }

    /// <summary>The text in one line that a terminal prints and does not obey.</summary>
    public static string Shown(string text)
    {
        if (!text.Any(IsUnsafe))
            return text;
        StringBuilder shown = new(text.Length);
        foreach (char character in text)
        {
            if (IsUnsafe(character))
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else
                shown.Append(character);
        }
        return shown.ToString();
    }

    private static bool IsUnsafe(char character) =>
        char.IsControl(character) || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}

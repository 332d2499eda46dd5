namespace GpuRisk.Reports.Markup;

/// <summary>
/// Writes any text so that both an HTML parser and an XML parser read it back as text. Characters that XML forbids are
/// made visible instead of dropped: a control character becomes its picture (U+2400 block), a lone surrogate, a
/// non-character or a C1 control becomes U+FFFD.
/// </summary>
internal static class Escape
{
    private const char Replacement = '\uFFFD';

    public static void Write(TextWriter output, string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                output.Write(c);
                output.Write(text[++i]);
            }
            else if (Reference(c) is { } reference)
            {
                output.Write(reference);
            }
            else
            {
                output.Write(Visible(c));
            }
        }
    }

    private static string? Reference(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => null,
    };

    private static char Visible(char c) => c switch
    {
        '\n' or '\t' => c,
        < ' ' => (char)('\u2400' + c),
        '\u007F' => '\u2421',
        >= '\u0080' and <= '\u009F' => Replacement,
        '\uFFFE' or '\uFFFF' => Replacement,
        _ when char.IsSurrogate(c) => Replacement,
        _ => c,
    };
}

using System.Globalization;
using System.Text;

namespace GpuRisk.Reports.Formats;

/// <summary>
/// A name cut to a number of visible characters, for places that cannot wrap. No character is cut in two, unless one
/// is itself longer than any honest one (a letter under a heap of combining marks): that is left out.
/// </summary>
internal static class ShortName
{
    private const int LongestCharacter = 16;

    public static string Of(string name, int length)
    {
        StringBuilder text = new();
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(name);
        for (int i = 0; elements.MoveNext(); i++)
        {
            string element = elements.GetTextElement();
            if (element.Length > LongestCharacter || (i == length - 1 && text.Length + element.Length < name.Length))
                return text.Append('…').ToString();
            text.Append(element);
        }
        return text.ToString();
    }
}

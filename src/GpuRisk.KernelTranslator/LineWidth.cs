using System.Text;

namespace GpuRisk.KernelTranslator;

/// <summary>Folds long heads of functions, a line of parameters each.</summary>
internal static class LineWidth
{
    private const int Longest = 120;

    public static string Fold(string head)
    {
        int open = head.IndexOf('(');
        // "__attribute__" and its like come from macros, so the first bracket opens the parameters.
        string[] parts = head.Substring(open + 1, head.Length - open - 2).Split([", "], System.StringSplitOptions.None);
        if (head.Length <= Longest)
            return head;
        var text = new StringBuilder(head, 0, open + 1, head.Length * 2).Append("\n    ");
        int column = 4;
        for (int i = 0; i < parts.Length; i++)
        {
            string part = parts[i] + (i < parts.Length - 1 ? "," : ")");
            if (column > 4 && column + 1 + part.Length > Longest)
            {
                text.Append("\n    ");
                column = 4;
            }
            else if (i > 0)
            {
                text.Append(' ');
                column++;
            }
            text.Append(part);
            column += part.Length;
        }
        return text.ToString();
    }
}

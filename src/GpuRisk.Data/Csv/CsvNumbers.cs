using System.Globalization;
using GpuRisk.Data.Input;

namespace GpuRisk.Data.Csv;

/// <summary>Numbers of a table. A number that does not fit a double is refused, never rounded to infinity or to zero.</summary>
internal static class CsvNumbers
{
    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>A finite number; otherwise false, and the problem is on the list.</summary>
    public static bool TryFinite(this CsvTable table, int field, string what, out double number)
    {
        ReadOnlySpan<byte> text = table.Field(field);
        if (double.TryParse(text, Style, CultureInfo.InvariantCulture, out number) && double.IsFinite(number)
            && (number != 0 || !HasDigitAboveZero(text)))
        {
            return true;
        }

        table.Report(field, text.IsEmpty
            ? $"{what} is empty; a finite number is expected"
            : $"{what} {Excerpt.Of(text)} is not a number that a double can hold; a finite number, such as 1234.5, is expected");
        number = double.NaN;
        return false;
    }

    /// <summary>A finite number above zero; otherwise false, and the problem is on the list.</summary>
    public static bool TryPositive(this CsvTable table, int field, string what, out double number)
    {
        if (!table.TryFinite(field, what, out number))
            return false;
        if (number > 0)
            return true;
        table.Report(field, $"{what} {Excerpt.Of(table.Field(field))} is not positive; a number above zero is expected");
        return false;
    }

    private static bool HasDigitAboveZero(ReadOnlySpan<byte> text)
    {
        int exponent = text.IndexOfAny((byte)'e', (byte)'E');
        return (exponent < 0 ? text : text[..exponent]).IndexOfAnyInRange((byte)'1', (byte)'9') >= 0;
    }
}

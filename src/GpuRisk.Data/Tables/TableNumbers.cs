using GpuRisk.Data.Input;

namespace GpuRisk.Data.Tables;

/// <summary>Numbers of a table. A number that does not fit a double is refused, never rounded to infinity or to zero.</summary>
internal static class TableNumbers
{
    /// <summary>A finite number; otherwise false, and the problem is on the list.</summary>
    public static bool TryFinite(this Table table, int field, string what, out double number)
    {
        if (table.TryNumber(field, out number))
            return true;
        table.Report(field, table.IsEmpty(field)
            ? $"{what} is empty; a finite number is expected"
            : $"{what} {Excerpt.Of(table.Field(field))} is not a number that a double can hold; a finite number, such as 1234.5, is expected");
        number = double.NaN;
        return false;
    }

    /// <summary>A finite number above zero; otherwise false, and the problem is on the list.</summary>
    public static bool TryPositive(this Table table, int field, string what, out double number)
    {
        if (!table.TryFinite(field, what, out number))
            return false;
        if (number > 0)
            return true;
        table.Report(field, $"{what} {Excerpt.Of(table.Field(field))} is not positive; a number above zero is expected");
        return false;
    }
}

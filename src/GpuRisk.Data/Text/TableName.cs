namespace GpuRisk.Data.Text;

/// <summary>
/// What a name in a table may be: 1 to 256 characters, no control character, no white space at either end. Names are
/// compared byte by byte, so a name that only looks like another would split a position in silence.
/// </summary>
internal static class TableName
{
    public const int LongestName = 256;

    public static bool IsValid(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.Length > LongestName || char.IsWhiteSpace(name[0]) || char.IsWhiteSpace(name[^1]))
            return false;
        // The two blocks of control characters that Unicode has.
        return !name.ContainsAnyInRange('\0', '\u001F') && !name.ContainsAnyInRange('\u007F', '\u009F');
    }

    /// <exception cref="ArgumentException">The name cannot be written to a table.</exception>
    public static string Checked(string name)
    {
        if (!IsValid(name))
            throw new ArgumentException($"'{name}' cannot be a name in a table: 1 to {LongestName} characters, no control character and no white space at either end are expected.", nameof(name));
        return name;
    }
}

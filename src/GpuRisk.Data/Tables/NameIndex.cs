using System.Text;
using GpuRisk.Data.Text;

namespace GpuRisk.Data.Tables;

/// <summary>Finds names by their UTF-8 bytes without making a string of them.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly char[] buffer = new char[TableName.LongestName];

    public NameIndex()
    {
        lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool TryFind(ReadOnlySpan<byte> utf8, out int number)
    {
        number = -1;
        return Encoding.UTF8.TryGetChars(utf8, buffer, out int length) && lookup.TryGetValue(buffer.AsSpan(0, length), out number);
    }

    public bool TryFind(string name, out int number) => numbers.TryGetValue(name, out number);

    /// <returns>False where the name is known already.</returns>
    public bool TryAdd(string name, int number) => numbers.TryAdd(name, number);
}

using System.Text;

namespace GpuRisk.Data.Text;

/// <summary>The words by which the values of an enumeration are written in files. Words are matched exactly, case included.</summary>
public sealed class Vocabulary<T>
    where T : struct, Enum
{
    private readonly (T Value, string Word, byte[] Utf8)[] entries;

    internal Vocabulary(params (T Value, string Word)[] words)
    {
        entries = [.. words.Select(word => (word.Value, word.Word, Encoding.UTF8.GetBytes(word.Word)))];
    }

    /// <summary>In the order in which they are named.</summary>
    public IReadOnlyList<string> Words => [.. entries.Select(entry => entry.Word)];

    /// <summary>All words, for messages: <c>call | put</c>.</summary>
    public string Alternatives => string.Join(" | ", entries.Select(entry => entry.Word));

    public string Word(T value)
    {
        foreach ((T known, string word, _) in entries)
        {
            if (EqualityComparer<T>.Default.Equals(known, value))
                return word;
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, "The value has no word.");
    }

    public bool TryFind(ReadOnlySpan<byte> utf8, out T value)
    {
        foreach ((T known, _, byte[] word) in entries)
        {
            if (utf8.SequenceEqual(word))
            {
                value = known;
                return true;
            }
        }

        value = default;
        return false;
    }

    public bool TryFind(string word, out T value) => TryFind(Encoding.UTF8.GetBytes(word), out value);
}

namespace GpuRisk.Arrow;

/// <summary>The columns of a table. Two are equal where their fields are; metadata do not count.</summary>
public sealed class Schema : IEquatable<Schema>
{
    public Schema(IEnumerable<Field> fields, IEnumerable<KeyValuePair<string, string>>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        FieldsList = [.. fields];
        Metadata = KeyValueMetadata.ToDictionary(metadata);
    }

    public IReadOnlyList<Field> FieldsList { get; }

    public IReadOnlyDictionary<string, string> Metadata { get; }

    public bool HasMetadata => Metadata.Count > 0;

    public Field GetFieldByIndex(int index) => FieldsList[index];

    /// <summary>The first field of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Field GetFieldByName(string name) => FieldsList[RequireIndex(name)];

    /// <summary>The place of the first field of that name (compared by code unit), or -1 where there is none.</summary>
    public int GetFieldIndex(string name)
    {
        for (int i = 0; i < FieldsList.Count; i++)
        {
            if (string.Equals(FieldsList[i].Name, name, StringComparison.Ordinal))
                return i;
        }
        return -1;
    }

    public bool Equals(Schema? other) => other is not null && FieldsList.SequenceEqual(other.FieldsList);

    public override bool Equals(object? obj) => Equals(obj as Schema);

    public override int GetHashCode() => FieldsList.Count == 0 ? 0 : HashCode.Combine(FieldsList.Count, FieldsList[0]);

    public override string ToString() => string.Join(", ", FieldsList);

    internal int RequireIndex(string name) => GetFieldIndex(name) is >= 0 and var index
        ? index
        : throw new ArgumentException($"There is no column '{name}'; there are {string.Join(", ", FieldsList.Select(f => $"'{f.Name}'"))}.", nameof(name));
}

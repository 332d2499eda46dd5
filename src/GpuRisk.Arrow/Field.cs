using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>A column's name and type. Two are equal where name, type and nullability are; metadata do not count.</summary>
public sealed class Field : IEquatable<Field>
{
    /// <param name="metadata">Words that readers pass on. Of a key that is there twice the last counts.</param>
    public Field(string name, IArrowType dataType, bool nullable, IEnumerable<KeyValuePair<string, string>>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(dataType);
        Name = name;
        DataType = dataType;
        IsNullable = nullable;
        Metadata = KeyValueMetadata.ToDictionary(metadata);
    }

    /// <summary>Several fields of a schema may have the same.</summary>
    public string Name { get; }

    public IArrowType DataType { get; }

    public bool IsNullable { get; }

    /// <summary>An extension type's name is here, as <c>ARROW:extension:name</c>; its values are those of <see cref="DataType"/>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    public bool HasMetadata => Metadata.Count > 0;

    public bool Equals(Field? other) =>
        other is not null && Name == other.Name && IsNullable == other.IsNullable && DataType.Equals(other.DataType);

    public override bool Equals(object? obj) => Equals(obj as Field);

    public override int GetHashCode() => HashCode.Combine(Name, DataType, IsNullable);

    public override string ToString() => $"{Name}: {DataType}{(IsNullable ? "" : " not null")}";
}

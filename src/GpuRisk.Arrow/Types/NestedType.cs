namespace GpuRisk.Arrow.Types;

/// <summary>A type whose values are made of other arrays' values, its children.</summary>
public abstract record NestedType : ArrowType
{
    protected NestedType(IEnumerable<Field> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Fields = [.. fields];
    }

    /// <summary>The children.</summary>
    public IReadOnlyList<Field> Fields { get; }

    public virtual bool Equals(NestedType? other) => base.Equals(other) && Fields.SequenceEqual(other.Fields);

    public override int GetHashCode() => HashCode.Combine(TypeId, Fields.Count);

    public override string ToString() => $"{Name}<{string.Join(", ", Fields)}>";
}

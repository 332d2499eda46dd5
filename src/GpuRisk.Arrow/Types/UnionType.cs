namespace GpuRisk.Arrow.Types;

public enum UnionMode
{
    /// <summary>Every child is as long as the union.</summary>
    Sparse,

    /// <summary>A value's row in its child is given by an offset.</summary>
    Dense,
}

/// <summary>Values each of one of several types.</summary>
public sealed record UnionType : NestedType
{
    /// <param name="typeIds">The number by which values name each child, 0 to 127.</param>
    public UnionType(IEnumerable<Field> fields, IEnumerable<int> typeIds, UnionMode mode)
        : base(fields)
    {
        ArgumentNullException.ThrowIfNull(typeIds);
        TypeIds = [.. typeIds];
        Mode = mode;
        if (TypeIds.Count != Fields.Count || TypeIds.Any(id => id is < 0 or > 127) || TypeIds.Distinct().Count() != TypeIds.Count)
            throw new ArgumentException("A union has one type id, 0 to 127, for each of its children, and no two are the same.", nameof(typeIds));
    }

    public UnionMode Mode { get; }

    public IReadOnlyList<int> TypeIds { get; }

    public override ArrowTypeId TypeId => ArrowTypeId.Union;

    public override string Name => "union";

    public bool Equals(UnionType? other) => base.Equals(other) && Mode == other.Mode && TypeIds.SequenceEqual(other.TypeIds);

    public override int GetHashCode() => base.GetHashCode();

    public override string ToString() => $"{Mode}{base.ToString()}";
}

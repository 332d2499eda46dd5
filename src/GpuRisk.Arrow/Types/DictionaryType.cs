namespace GpuRisk.Arrow.Types;

/// <summary>Values given as indices into a dictionary that many batches share (Arrow Columnar Format, "Dictionary-encoded Layout").</summary>
public sealed record DictionaryType : ArrowType
{
    /// <param name="ordered">Whether the order of the dictionary means something.</param>
    public DictionaryType(IArrowType indexType, IArrowType valueType, bool ordered)
    {
        ArgumentNullException.ThrowIfNull(valueType);
        IndexType = indexType as IntegerType ?? throw new ArgumentException("The indices of a dictionary are whole numbers.", nameof(indexType));
        ValueType = valueType is DictionaryType
            ? throw new ArgumentException("A dictionary's values are not themselves indices; a child of theirs may be.", nameof(valueType))
            : valueType;
        Ordered = ordered;
    }

    public IntegerType IndexType { get; }

    public IArrowType ValueType { get; }

    public bool Ordered { get; }

    public override ArrowTypeId TypeId => ArrowTypeId.Dictionary;

    public override string Name => "dictionary";

    public override string ToString() => $"{Name}<{IndexType}, {ValueType}>";
}

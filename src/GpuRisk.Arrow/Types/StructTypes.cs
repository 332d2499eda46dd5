namespace GpuRisk.Arrow.Types;

/// <summary>Rows: one value of each child.</summary>
public sealed record StructType : NestedType
{
    public StructType(IEnumerable<Field> fields)
        : base(fields)
    {
    }

    public override ArrowTypeId TypeId => ArrowTypeId.Struct;

    public override string Name => "struct";

    public override string ToString() => base.ToString();
}

/// <summary>Lists of key and value: laid out as a list of structs of two children.</summary>
public sealed record MapType : NestedType
{
    public MapType(IArrowType keyType, IArrowType valueType, bool nullable = true, bool keySorted = false)
        : this(new Field("entries", new StructType([new Field("key", keyType, false), new Field("value", valueType, nullable)]), false), keySorted)
    {
    }

    /// <param name="entries">A struct of two children: key and value. Their names do not matter.</param>
    public MapType(Field entries, bool keySorted)
        : base([entries])
    {
        if (entries?.DataType is not StructType { Fields.Count: 2 })
            throw new ArgumentException("The entries of a map are a struct of two children, key and value.", nameof(entries));
        KeySorted = keySorted;
    }

    /// <summary>Whether the keys of each value are in order.</summary>
    public bool KeySorted { get; }

    public Field KeyField => ((StructType)Fields[0].DataType).Fields[0];

    public Field ValueField => ((StructType)Fields[0].DataType).Fields[1];

    public override ArrowTypeId TypeId => ArrowTypeId.Map;

    public override string Name => "map";

    public override string ToString() => base.ToString();
}

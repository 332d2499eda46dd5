namespace GpuRisk.Arrow.Types;

/// <summary>The logical type of an array.</summary>
public interface IArrowType
{
    ArrowTypeId TypeId { get; }

    /// <summary>As the Arrow project prints it: <c>int32</c>, <c>utf8</c>, <c>timestamp</c>.</summary>
    string Name { get; }

    bool IsFixedWidth { get; }
}

/// <summary>A type. Two are equal where their parameters and their children are.</summary>
public abstract record ArrowType : IArrowType
{
    public abstract ArrowTypeId TypeId { get; }

    public abstract string Name { get; }

    public virtual bool IsFixedWidth => false;

    public override string ToString() => Name;
}

/// <summary>A type each of whose values takes the same number of bits.</summary>
public abstract record FixedWidthType : ArrowType
{
    public override bool IsFixedWidth => true;

    /// <summary>Bits a value.</summary>
    public abstract int BitWidth { get; }
}

/// <summary>Whole numbers.</summary>
public abstract record IntegerType : FixedWidthType
{
    public abstract bool IsSigned { get; }
}

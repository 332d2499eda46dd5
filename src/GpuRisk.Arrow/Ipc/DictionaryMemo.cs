using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Ipc;

/// <summary>The dictionaries of a file or stream by their ids: what the schema says of them, and their values so far.</summary>
internal sealed class DictionaryMemo
{
    private readonly Dictionary<DictionaryType, long> ids = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<long, IArrowType> types = [];
    private readonly Dictionary<long, DictionaryValues> values = [];

    /// <summary>Notes that a field of the schema has this dictionary. Several may share one.</summary>
    public void Declare(long id, DictionaryType type)
    {
        if (!types.TryAdd(id, type.ValueType) && !types[id].Equals(type.ValueType))
            throw new InvalidArrowException(FormattableString.Invariant($"dictionary {id} is of type {types[id].Name} for one column and {type.ValueType.Name} for another, or of other parameters"));
        ids.Add(type, id);
    }

    public bool Has(long id) => values.ContainsKey(id);

    public IArrowType TypeOf(long id) => types.TryGetValue(id, out IArrowType? type)
        ? type
        : throw new InvalidArrowException(FormattableString.Invariant($"dictionary {id} is of no column of the schema"));

    /// <summary>The values to which a column's indices refer; none where no batch has brought any, which a column of nulls may have.</summary>
    public ArrayData Resolve(DictionaryType type) =>
        values.TryGetValue(ids[type], out DictionaryValues? known) ? known.Data : EmptyArray.Of(type.ValueType);

    public void Replace(long id, ArrayData data) => values[id] = new DictionaryValues(data);

    public void Append(long id, ArrayData delta)
    {
        if (!values.TryGetValue(id, out DictionaryValues? known))
            throw new InvalidArrowException(FormattableString.Invariant($"dictionary {id} is added to before it is there"));
        known.Append(delta);
    }
}

using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Indices into a dictionary of values. A row is null where its index is, or where the dictionary has a null there.</summary>
public sealed class DictionaryArray(ArrayData data) : Array(data, ArrowTypeId.Dictionary)
{
    /// <param name="indices">Of the type's index type.</param>
    /// <param name="dictionary">Of the type's value type.</param>
    public DictionaryArray(DictionaryType dataType, IArrowArray indices, IArrowArray dictionary)
        : this(Combine(dataType, indices, dictionary))
    {
    }

    public IArrowArray Dictionary =>
        ArrowArrayFactory.BuildArray(Data.Dictionary ?? throw new ArgumentException("The data of a dictionary array have no dictionary."));

    public IArrowArray Indices => ArrowArrayFactory.BuildArray(
        new ArrayData(((DictionaryType)Data.DataType).IndexType, Length, NullCount, Offset, Data.Buffers));

    /// <summary>The row of the dictionary that holds a row's value; null where the index is.</summary>
    /// <exception cref="InvalidArrowException">The index is not inside the dictionary.</exception>
    public int? GetIndex(int index)
    {
        if (IsNull(index))
            return null;
        long at = IntegerBuffer.Get(((DictionaryType)Data.DataType).IndexType, Data.Buffers[1], (long)Offset + index);
        return at >= 0 && at < (Data.Dictionary?.Length ?? 0)
            ? (int)at
            : throw new InvalidArrowException(FormattableString.Invariant($"row {index} has index {at} in a dictionary of {Data.Dictionary?.Length ?? 0} values"));
    }

    private static ArrayData Combine(DictionaryType dataType, IArrowArray indices, IArrowArray dictionary)
    {
        ArgumentNullException.ThrowIfNull(dataType);
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentNullException.ThrowIfNull(dictionary);
        if (!dataType.IndexType.Equals(indices.Data.DataType) || !dataType.ValueType.Equals(dictionary.Data.DataType))
            throw new ArgumentException($"Indices of {indices.Data.DataType} into values of {dictionary.Data.DataType} are no {dataType}.", nameof(indices));
        return new ArrayData(dataType, indices.Length, indices.NullCount, indices.Offset, indices.Data.Buffers, null, dictionary.Data);
    }
}

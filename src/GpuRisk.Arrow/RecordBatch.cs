namespace GpuRisk.Arrow;

/// <summary>Columns of one length: the rows of a table, or a part of them.</summary>
public sealed class RecordBatch
{
    /// <exception cref="ArgumentException">The arrays are not those of the schema, or not of that length.</exception>
    public RecordBatch(Schema schema, IEnumerable<IArrowArray> data, int length)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(data);
        Schema = schema;
        Arrays = [.. data];
        Length = length;
        if (Arrays.Count != schema.FieldsList.Count)
            throw new ArgumentException(FormattableString.Invariant($"{Arrays.Count} arrays are given for {schema.FieldsList.Count} columns."), nameof(data));
        for (int i = 0; i < Arrays.Count; i++)
        {
            Field field = schema.FieldsList[i];
            if (!field.DataType.Equals(Arrays[i].Data.DataType))
                throw new ArgumentException($"Column '{field.Name}' is of {field.DataType}, its array of {Arrays[i].Data.DataType}.", nameof(data));
            if (Arrays[i].Length != length)
                throw new ArgumentException(FormattableString.Invariant($"Column '{field.Name}' has {Arrays[i].Length} values for {length} rows."), nameof(data));
        }
    }

    public Schema Schema { get; }

    public int ColumnCount => Arrays.Count;

    /// <summary>Rows.</summary>
    public int Length { get; }

    public IReadOnlyList<IArrowArray> Arrays { get; }

    public IArrowArray Column(int index) => Arrays[index];

    /// <summary>The first column of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public IArrowArray Column(string name) => Arrays[Schema.RequireIndex(name)];

    /// <summary>Rows <paramref name="offset"/> to offset + length - 1, not copied.</summary>
    public RecordBatch Slice(int offset, int length) =>
        new(Schema, Arrays.Select(a => ArrowArrayFactory.Slice(a, offset, length)), length);
}

using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Ipc;

/// <summary>
/// Arrays from a batch's metadata and body: nodes and buffers stand in the order of the fields, parents before children (Arrow Columnar Format,
/// "RecordBatch message"). Buffers that are not compressed are not copied.
/// </summary>
internal sealed class BatchDecoder
{
    private readonly BatchMetadata metadata;
    private readonly MetadataVersion version;
    private readonly DictionaryMemo dictionaries;
    private readonly BodyBuffers buffers;
    private int nextNode, nextBuffer;

    public BatchDecoder(BatchMetadata metadata, MetadataVersion version, ArrowBuffer body, DictionaryMemo dictionaries)
    {
        this.metadata = metadata;
        this.version = version;
        this.dictionaries = dictionaries;
        buffers = new BodyBuffers(metadata, body);
    }

    public RecordBatch Decode(Schema schema)
    {
        var columns = new List<IArrowArray>(schema.FieldsList.Count);
        foreach (Field field in schema.FieldsList)
            columns.Add(ArrowArrayFactory.BuildArray(Column(field.DataType, field.Name)));
        RequireEnd();
        return new RecordBatch(schema, columns, metadata.Length);
    }

    public ArrayData DecodeDictionary(IArrowType type)
    {
        ArrayData values = Column(type, "dictionary");
        RequireEnd();
        return values;
    }

    private ArrayData Column(IArrowType type, string name)
    {
        try
        {
            ArrayData data = Read(type);
            if (data.Length != metadata.Length)
                throw new InvalidArrowException(FormattableString.Invariant($"it has {data.Length} values where the batch has {metadata.Length} rows"));
            ArrayValidation.Validate(data);
            return data;
        }
        catch (InvalidArrowException e)
        {
            throw new InvalidArrowException($"column {Quoted.Name(name)}: {e.Reason}", e);
        }
    }

    private ArrayData Read(IArrowType type)
    {
        FieldNode node = metadata.Node(nextNode++);
        if (node.Length is < 0 or > int.MaxValue || node.NullCount < 0 || node.NullCount > node.Length)
            throw new InvalidArrowException(FormattableString.Invariant($"an array has {node.Length} values, {node.NullCount} of them null"));
        int length = (int)node.Length;
        int nulls = type switch
        {
            NullType => length,
            UnionType => 0,
            _ => (int)node.NullCount,
        };
        if (type is UnionType && version < MetadataVersion.V5)
            SkipUnionValidity(node);
        ReadOnlySpan<BufferKind> layout = ArrayLayout.Of(type);
        var own = new ArrowBuffer[layout.Length];
        for (int i = 0; i < own.Length; i++)
        {
            ArrowBuffer buffer = buffers.Get(nextBuffer++);
            // Without nulls the bitmap says nothing, and may be missing or cut short.
            own[i] = layout[i] == BufferKind.Validity && nulls == 0 ? ArrowBuffer.Empty : buffer;
        }
        IReadOnlyList<Field> fields = ArrayLayout.Children(type);
        var children = new ArrayData[fields.Count];
        for (int i = 0; i < children.Length; i++)
            children[i] = Read(fields[i].DataType);
        return new ArrayData(type, length, nulls, 0, own, children, type is DictionaryType dictionary ? dictionaries.Resolve(dictionary) : null);
    }

    /// <summary>Up to version 4 a union had a validity bitmap, which a writer of version 4 leaves empty.</summary>
    private void SkipUnionValidity(FieldNode node)
    {
        nextBuffer++;
        if (node.NullCount > 0)
            throw new InvalidArrowException("a union has nulls of its own, which the format has no longer; write it with metadata version 5");
    }

    private void RequireEnd()
    {
        if (nextNode != metadata.NodeCount || nextBuffer != metadata.BufferCount)
            throw new InvalidArrowException(FormattableString.Invariant($"a batch has {metadata.NodeCount} arrays and {metadata.BufferCount} buffers; the schema asks for {nextNode} and {nextBuffer}"));
    }
}

using GpuRisk.Arrow.FlatBuffers;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Ipc;

/// <summary>
/// A schema as metadata (Schema.fbs). Each column of indices gets a dictionary of its own, numbered in the order in which fields are met, parents
/// first; <see cref="DictionaryWriter"/> numbers them the same way.
/// </summary>
internal sealed class SchemaEncoder(FlatBufferBuilder builder)
{
    private long nextDictionary;

    public int Encode(Schema schema)
    {
        int fields = Fields(schema.FieldsList);
        int metadata = Metadata(schema.Metadata);
        builder.StartTable(3);
        builder.AddOffset(2, metadata);
        builder.AddOffset(1, fields);
        builder.AddInt16(0, 0);
        return builder.EndTable();
    }

    private int Fields(IReadOnlyList<Field> fields)
    {
        int[] tables = new int[fields.Count];
        for (int i = 0; i < tables.Length; i++)
            tables[i] = Encode(fields[i]);
        return builder.CreateTableVector(tables);
    }

    private int Encode(Field field)
    {
        var dictionary = field.DataType as DictionaryType;
        long id = dictionary is null ? 0 : nextDictionary++;
        IArrowType type = dictionary?.ValueType ?? field.DataType;
        int children = Fields(ArrayLayout.Children(type));
        int metadata = Metadata(field.Metadata);
        int encoding = dictionary is null ? 0 : Encoding(id, dictionary);
        (byte kind, int typeTable) = TypeEncoder.Encode(builder, type);
        int name = builder.CreateString(field.Name);
        builder.StartTable(7);
        builder.AddOffset(6, metadata);
        builder.AddOffset(5, children);
        builder.AddOffset(4, encoding);
        builder.AddOffset(3, typeTable);
        builder.AddOffset(0, name);
        builder.AddByte(2, kind);
        builder.AddBoolean(1, field.IsNullable);
        return builder.EndTable();
    }

    private int Encoding(long id, DictionaryType type)
    {
        int index = TypeEncoder.Integer(builder, type.IndexType);
        builder.StartTable(3);
        builder.AddInt64(0, id);
        builder.AddOffset(1, index);
        builder.AddBoolean(2, type.Ordered);
        return builder.EndTable();
    }

    private int Metadata(IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata.Count == 0)
            return 0;
        var pairs = new List<int>();
        foreach ((string key, string value) in metadata)
        {
            int valueText = builder.CreateString(value);
            int keyText = builder.CreateString(key);
            builder.StartTable(2);
            builder.AddOffset(1, valueText);
            builder.AddOffset(0, keyText);
            pairs.Add(builder.EndTable());
        }
        return builder.CreateTableVector(pairs);
    }
}

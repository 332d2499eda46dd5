using GpuRisk.Arrow.FlatBuffers;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Ipc;

/// <summary>A schema from its metadata (Schema.fbs), and the dictionaries that it names.</summary>
internal sealed class SchemaDecoder(DictionaryMemo dictionaries)
{
    /// <summary>How deep types may be nested: far beyond any table, and far from the end of the stack.</summary>
    public const int MaximumDepth = 64;

    public Schema Decode(FlatTable table)
    {
        if (table.GetInt16(0) != 0)
            throw new InvalidArrowException("the data are big endian, which is not read; write them on or for a little-endian machine");
        return new Schema(Fields(table.GetVector(1, 4), 1), Metadata(table.GetVector(2, 4)));
    }

    private Field[] Fields(FlatVector vector, int depth)
    {
        if (vector.Count > 0 && depth > MaximumDepth)
            throw new InvalidArrowException(FormattableString.Invariant($"types are nested more than {MaximumDepth} deep"));
        var fields = new List<Field>();
        for (int i = 0; i < vector.Count; i++)
            fields.Add(Decode(vector.GetTable(i), depth));
        return [.. fields];
    }

    private Field Decode(FlatTable table, int depth)
    {
        string name = table.GetString(0) ?? "";
        Field[] children = Fields(table.GetVector(5, 4), depth + 1);
        FlatTable typeTable = table.GetTable(3) ?? throw new InvalidArrowException($"column {Quoted.Name(name)} has no type");
        IArrowType type = TypeDecoder.Decode(table.GetByte(2), typeTable, children);
        if (table.GetTable(4) is { } encoding)
            type = Encoded(encoding, type);
        return new Field(name, type, table.GetBoolean(1), Metadata(table.GetVector(6, 4)));
    }

    private DictionaryType Encoded(FlatTable encoding, IArrowType valueType)
    {
        if (encoding.GetInt16(3) != 0)
            throw new InvalidArrowException(FormattableString.Invariant($"dictionary kind {encoding.GetInt16(3)} is not one that the format has"));
        // Absent, the index is a 32-bit number.
        IntegerType indexType = encoding.GetTable(1) is { } index ? TypeDecoder.Integer(index) : Int32Type.Default;
        DictionaryType type = new(indexType, valueType, encoding.GetBoolean(2));
        dictionaries.Declare(encoding.GetInt64(0), type);
        return type;
    }

    private static List<KeyValuePair<string, string>>? Metadata(FlatVector vector)
    {
        if (vector.Count == 0)
            return null;
        var pairs = new List<KeyValuePair<string, string>>();
        for (int i = 0; i < vector.Count; i++)
        {
            FlatTable pair = vector.GetTable(i);
            pairs.Add(new(pair.GetString(0) ?? "", pair.GetString(1) ?? ""));
        }
        return pairs;
    }
}

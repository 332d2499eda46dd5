using System.Text.Json;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Tests;

/// <summary>A schema in the JSON form by which Arrow's implementations are held to one another.</summary>
internal static class TwinSchema
{
    public static Schema Read(JsonElement schema) => new(Fields(schema.GetProperty("fields")), Metadata(schema));

    public static Field ReadField(JsonElement field)
    {
        IArrowType type = Type(field.GetProperty("type"), [.. Fields(field.GetProperty("children"))]);
        if (field.TryGetProperty("dictionary", out JsonElement dictionary))
            type = new DictionaryType(Type(dictionary.GetProperty("indexType"), []), type, dictionary.GetProperty("isOrdered").GetBoolean());
        return new Field(field.GetProperty("name").GetString()!, type, field.GetProperty("nullable").GetBoolean(), Metadata(field));
    }

    private static IEnumerable<Field> Fields(JsonElement fields) => fields.EnumerateArray().Select(ReadField);

    private static IEnumerable<KeyValuePair<string, string>> Metadata(JsonElement element) => element.TryGetProperty("metadata", out JsonElement metadata)
        ? metadata.EnumerateArray().Select(m => KeyValuePair.Create(m.GetProperty("key").GetString()!, m.GetProperty("value").GetString()!))
        : [];

    private static IArrowType Type(JsonElement type, Field[] children)
    {
        string Word(string name) => type.GetProperty(name).GetString()!;
        int Number(string name) => type.GetProperty(name).GetInt32();
        TimeUnit Unit() => Enum.Parse<TimeUnit>(Word("unit"), ignoreCase: true);
        return Word("name") switch
        {
            "null" => NullType.Default,
            "bool" => BooleanType.Default,
            "int" => Integer(Number("bitWidth"), type.GetProperty("isSigned").GetBoolean()),
            "floatingpoint" => Word("precision") switch { "HALF" => HalfFloatType.Default, "SINGLE" => FloatType.Default, _ => DoubleType.Default },
            "utf8" => StringType.Default,
            "largeutf8" => LargeStringType.Default,
            "binary" => BinaryType.Default,
            "largebinary" => LargeBinaryType.Default,
            "fixedsizebinary" => new FixedSizeBinaryType(Number("byteWidth")),
            "date" => Word("unit") == "DAY" ? Date32Type.Default : Date64Type.Default,
            "time" => Number("bitWidth") == 32 ? new Time32Type(Unit()) : new Time64Type(Unit()),
            "timestamp" => new TimestampType(Unit(), type.TryGetProperty("timezone", out JsonElement zone) ? zone.GetString() : null),
            "duration" => new DurationType(Unit()),
            "interval" => new IntervalType(Word("unit") == "YEAR_MONTH" ? IntervalUnit.YearMonth : IntervalUnit.DayTime),
            "decimal" => new Decimal128Type(Number("precision"), Number("scale")),
            "list" => new ListType(children[0]),
            "largelist" => new LargeListType(children[0]),
            "fixedsizelist" => new FixedSizeListType(children[0], Number("listSize")),
            "struct" => new StructType(children),
            "map" => new MapType(children[0], type.GetProperty("keysSorted").GetBoolean()),
            "union" => new UnionType(
                children, type.GetProperty("typeIds").EnumerateArray().Select(id => id.GetInt32()),
                Word("mode") == "SPARSE" ? UnionMode.Sparse : UnionMode.Dense),
            var name => throw new ArgumentException($"There is no type for '{name}'.", nameof(type)),
        };
    }

    private static IntegerType Integer(int width, bool signed) => (width, signed) switch
    {
        (8, true) => Int8Type.Default,
        (16, true) => Int16Type.Default,
        (32, true) => Int32Type.Default,
        (64, true) => Int64Type.Default,
        (8, false) => UInt8Type.Default,
        (16, false) => UInt16Type.Default,
        (32, false) => UInt32Type.Default,
        _ => UInt64Type.Default,
    };
}

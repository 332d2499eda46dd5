using System.Globalization;
using System.Text.Json;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Tests;

/// <summary>A column of a twin, whose values are given as <see cref="ValueText"/>.</summary>
internal sealed class TwinColumn(JsonElement field, JsonElement column, IArrowType type, Func<long, JsonElement> dictionary)
{
    public string[] All() => [.. Enumerable.Range(0, column.GetProperty("count").GetInt32()).Select(Text)];

    private string Text(int index)
    {
        if (type is NullType || type is not UnionType && column.GetProperty("VALIDITY")[index].GetInt32() == 0)
            return "null";
        if (type is DictionaryType encoded)
            return FromDictionary(encoded, int.Parse(Raw(index), CultureInfo.InvariantCulture));
        return type switch
        {
            NestedType nested => Nested(nested, index),
            BooleanType => Data(index).GetBoolean() ? "true" : "false",
            StringType or LargeStringType => ValueText.Quote(Data(index).GetString()!),
            BinaryType or LargeBinaryType or FixedSizeBinaryType => Data(index).GetString()!.ToUpperInvariant(),
            HalfFloatType => ValueText.Bits((Half)Data(index).GetDouble()),
            FloatType => ValueText.Bits(Data(index).GetSingle()),
            DoubleType => ValueText.Bits(Data(index).GetDouble()),
            IntervalType { Unit: IntervalUnit.DayTime } => ValueText.Pair(
                new DayTimeInterval(Data(index).GetProperty("days").GetInt32(), Data(index).GetProperty("milliseconds").GetInt32())),
            _ => Raw(index),
        };
    }

    private string FromDictionary(DictionaryType encoded, int row)
    {
        JsonElement values = dictionary(field.GetProperty("dictionary").GetProperty("id").GetInt64()).GetProperty("data").GetProperty("columns")[0];
        return new TwinColumn(field, values, encoded.ValueType, dictionary).Text(row);
    }

    private string Nested(NestedType nested, int index)
    {
        switch (nested)
        {
            case StructType:
                return ValueText.Struct(Enumerable.Range(0, nested.Fields.Count).Select(c => Child(c).Text(index)));
            case FixedSizeListType list:
                return ValueText.List(Enumerable.Range(index * list.ListSize, list.ListSize).Select(Child(0).Text));
            case UnionType union:
                int id = column.GetProperty("TYPE_ID")[index].GetInt32();
                int row = union.Mode == UnionMode.Sparse ? index : column.GetProperty("OFFSET")[index].GetInt32();
                return ValueText.Union(id, Child(union.TypeIds.ToList().IndexOf(id)).Text(row));
            default:
                int start = Offset(index);
                return ValueText.List(Enumerable.Range(start, Offset(index + 1) - start).Select(Child(0).Text));
        }
    }

    private TwinColumn Child(int index) => new(
        field.GetProperty("children")[index], column.GetProperty("children")[index], ((NestedType)type).Fields[index].DataType, dictionary);

    private int Offset(int index) => int.Parse(column.GetProperty("OFFSET")[index].ToString(), CultureInfo.InvariantCulture);

    private JsonElement Data(int index) => column.GetProperty("DATA")[index];

    private string Raw(int index) => Data(index).ToString();
}

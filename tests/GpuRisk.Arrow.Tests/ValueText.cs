using System.Globalization;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Tests;

/// <summary>
/// A value as text, the same from an array, from a twin in JSON and from JavaScript: numbers of a floating point as their bits, instants as their
/// counts, text in quotes, bytes in hexadecimal digits, lists in brackets, rows of a struct in braces, a union's after its type id.
/// </summary>
internal static class ValueText
{
    public static string[] All(IArrowArray array) => [.. Enumerable.Range(0, array.Length).Select(i => Of(array, i))];

    public static string Of(IArrowArray array, int index)
    {
        if (array.IsNull(index) || array is NullArray)
            return "null";
        return array switch
        {
            BooleanArray a => a.GetValue(index)!.Value ? "true" : "false",
            StringArray a => Quote(a.GetString(index)!),
            LargeStringArray a => Quote(a.GetString(index)!),
            VariableBinaryArray a => Convert.ToHexString(a.GetBytes(index)),
            Decimal128Array a => a.GetUnscaledValue(index)!.Value.ToString(CultureInfo.InvariantCulture),
            Decimal256Array a => a.GetUnscaledValue(index)!.Value.ToString(CultureInfo.InvariantCulture),
            FixedSizeBinaryArray a => Convert.ToHexString(a.GetBytes(index)),
            DictionaryArray a => Of(a.Dictionary, a.GetIndex(index)!.Value),
            HalfFloatArray a => Bits(a.GetValue(index)!.Value),
            FloatArray a => Bits(a.GetValue(index)!.Value),
            DoubleArray a => Bits(a.GetValue(index)!.Value),
            DayTimeIntervalArray a => Pair(a.GetValue(index)!.Value),
            MonthDayNanosecondIntervalArray a => Triple(a.GetValue(index)!.Value),
            _ => Nested(array, index),
        };
    }

    public static string Quote(string text) => $"'{text}'";

    public static string List(IEnumerable<string> values) => $"[{string.Join(", ", values)}]";

    public static string Struct(IEnumerable<string> values) => $"{{{string.Join(", ", values)}}}";

    public static string Union(int typeId, string value) => FormattableString.Invariant($"{typeId}:{value}");

    public static string Bits(Half value) => BitConverter.HalfToUInt16Bits(value).ToString("x4", CultureInfo.InvariantCulture);

    public static string Bits(float value) => BitConverter.SingleToUInt32Bits(value).ToString("x8", CultureInfo.InvariantCulture);

    public static string Bits(double value) => BitConverter.DoubleToUInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture);

    public static string Pair(DayTimeInterval value) => FormattableString.Invariant($"({value.Days}, {value.Milliseconds})");

    public static string Triple(MonthDayNanosecondInterval value) =>
        FormattableString.Invariant($"({value.Months}, {value.Days}, {value.Nanoseconds})");

    private static string Nested(IArrowArray array, int index) => array switch
    {
        ListArray a => List(All(a.GetSlicedValues(index)!)),
        LargeListArray a => List(All(a.GetSlicedValues(index)!)),
        FixedSizeListArray a => List(All(a.GetSlicedValues(index)!)),
        StructArray a => Struct(a.Fields.Select(f => Of(f, index))),
        UnionArray a => Union(a.TypeIds[index], Of(a.Fields[a.Locate(index).Child], a.Locate(index).Row)),
        System.Collections.IEnumerable a => Number(a, index),
        _ => throw new ArgumentException($"There is no text for {array.Data.DataType}.", nameof(array)),
    };

    private static string Number(System.Collections.IEnumerable array, int index) => array switch
    {
        IReadOnlyList<sbyte?> a => Invariant(a[index]),
        IReadOnlyList<short?> a => Invariant(a[index]),
        IReadOnlyList<int?> a => Invariant(a[index]),
        IReadOnlyList<long?> a => Invariant(a[index]),
        IReadOnlyList<byte?> a => Invariant(a[index]),
        IReadOnlyList<ushort?> a => Invariant(a[index]),
        IReadOnlyList<uint?> a => Invariant(a[index]),
        IReadOnlyList<ulong?> a => Invariant(a[index]),
        _ => throw new ArgumentException($"There is no text for {array.GetType()}.", nameof(array)),
    };

    private static string Invariant<T>(T? value)
        where T : struct, IFormattable => value!.Value.ToString(null, CultureInfo.InvariantCulture);
}

using GpuRisk.Arrow.Types;
using GpuRisk.Data.Tables;

namespace GpuRisk.Data.Columnar;

/// <summary>Which Arrow types a column may have. A column of type null, of nulls alone, may stand for any.</summary>
internal static class AcceptedTypes
{
    public static bool Has(CellSort sort, IArrowType type) => type is NullType || sort switch
    {
        CellSort.Text => IsText(type),
        CellSort.Number => type is IntegerType or HalfFloatType or FloatType or DoubleType,
        CellSort.Instant => type is TimestampType { Timezone.Length: > 0 } || IsText(type),
        _ => type is Date32Type or Date64Type || IsText(type),
    };

    public static string Expectation(CellSort sort) => sort switch
    {
        CellSort.Text => "utf8, large_utf8 or a dictionary of one of them is expected",
        CellSort.Number => "an integer or floating-point type is expected",
        CellSort.Instant => "a timestamp with a time zone, such as timestamp[us, UTC], or utf8 is expected",
        _ => "date32, date64 or utf8 is expected",
    };

    private static bool IsText(IArrowType type) =>
        type is StringType or LargeStringType or DictionaryType { ValueType: StringType or LargeStringType };
}

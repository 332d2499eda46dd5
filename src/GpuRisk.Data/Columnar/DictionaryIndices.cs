using System.Numerics;
using GpuRisk.Arrow;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Data.Columnar;

/// <summary>The indices of a dictionary column as 32-bit numbers: where they are that already, the file's own.</summary>
internal static class DictionaryIndices
{
    /// <summary>Every index of the column, none of which may be null.</summary>
    public static ReadOnlyMemory<int> Of(DictionaryArray column) => column.Indices switch
    {
        Int32Array indices => indices.Memory,
        Int8Array indices => Widened(indices),
        Int16Array indices => Widened(indices),
        Int64Array indices => Widened(indices),
        UInt8Array indices => Widened(indices),
        UInt16Array indices => Widened(indices),
        UInt32Array indices => Widened(indices),
        UInt64Array indices => Widened(indices),
        _ => throw new ArgumentException("The indices of a dictionary are whole numbers.", nameof(column)),
    };

    /// <summary>One that does not fit becomes -1, or 2^31 - 1, which no dictionary has.</summary>
    private static int[] Widened<T>(PrimitiveArray<T> indices)
        where T : unmanaged, IBinaryInteger<T>
    {
        ReadOnlySpan<T> values = indices.Values;
        int[] widened = new int[values.Length];
        for (int row = 0; row < values.Length; row++)
            widened[row] = int.CreateSaturating(values[row]);
        return widened;
    }
}

using System.Numerics;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow.Ipc;

/// <summary>Each index that is no null is one of a dictionary's rows.</summary>
internal static class IndexValidation
{
    public static void Validate(ArrayData data, DictionaryType type)
    {
        switch (type.IndexType.TypeId)
        {
            case ArrowTypeId.Int8:
                Validate<sbyte>(data);
                break;
            case ArrowTypeId.Int16:
                Validate<short>(data);
                break;
            case ArrowTypeId.Int32:
                Validate<int>(data);
                break;
            case ArrowTypeId.Int64:
                Validate<long>(data);
                break;
            case ArrowTypeId.UInt8:
                Validate<byte>(data);
                break;
            case ArrowTypeId.UInt16:
                Validate<ushort>(data);
                break;
            case ArrowTypeId.UInt32:
                Validate<uint>(data);
                break;
            default:
                Validate<ulong>(data);
                break;
        }
    }

    private static void Validate<T>(ArrayData data)
        where T : unmanaged, IBinaryInteger<T>
    {
        int rows = data.Dictionary?.Length ?? throw new InvalidArrowException("an array of indices has no dictionary");
        ReadOnlySpan<T> indices = data.Buffers[1].GetSpan<T>(data.Offset, data.Length);
        // Sound columns, which are nearly all, are seen to be so a vector at a time.
        if (rows > 0 && indices.IndexOfAnyExceptInRange(T.Zero, T.CreateSaturating(rows - 1)) < 0)
            return;
        for (int i = 0; i < indices.Length; i++)
        {
            // Saturating: an index beyond 64 signed bits is still one beyond the dictionary.
            long index = long.CreateSaturating(indices[i]);
            if ((index < 0 || index >= rows) && data.IsValid(i))
                throw new InvalidArrowException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"row {i} has index {indices[i]} in a dictionary of {rows} values"));
        }
    }
}

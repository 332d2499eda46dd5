using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Whole numbers of whatever width.</summary>
internal static class IntegerBuffer
{
    /// <summary>Element <paramref name="row"/>; one of 64 unsigned bits above 2^63 - 1 becomes negative.</summary>
    public static long Get(IntegerType type, ArrowBuffer buffer, long row) => type.TypeId switch
    {
        ArrowTypeId.Int8 => buffer.GetValue<sbyte>(row),
        ArrowTypeId.Int16 => buffer.GetValue<short>(row),
        ArrowTypeId.Int32 => buffer.GetValue<int>(row),
        ArrowTypeId.UInt8 => buffer.GetValue<byte>(row),
        ArrowTypeId.UInt16 => buffer.GetValue<ushort>(row),
        ArrowTypeId.UInt32 => buffer.GetValue<uint>(row),
        _ => buffer.GetValue<long>(row),
    };
}

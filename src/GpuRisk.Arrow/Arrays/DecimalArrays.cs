using System.Buffers.Binary;
using System.Numerics;
using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Decimal numbers of 38 digits.</summary>
public sealed class Decimal128Array(ArrayData data) : FixedSizeBinaryArray(data, ArrowTypeId.Decimal128)
{
    public int Scale => ((Decimal128Type)Data.DataType).Scale;

    /// <summary>The value times 10^scale, exact; null at a null.</summary>
    public Int128? GetUnscaledValue(int index) => IsValid(index) ? BinaryPrimitives.ReadInt128LittleEndian(GetBytes(index)) : null;

    /// <summary>The value, exact; null at a null.</summary>
    /// <exception cref="OverflowException">It has more digits than a <see cref="decimal"/>; use <see cref="GetUnscaledValue"/>.</exception>
    public decimal? GetValue(int index)
    {
        if (GetUnscaledValue(index) is not { } unscaled)
            return null;
        int scale = Scale;
        for (; scale > 0 && unscaled % 10 == 0; scale--)
            unscaled /= 10;
        for (; scale < 0 && unscaled != 0; scale++)
            unscaled = checked(unscaled * 10);
        if (scale > 28 || Int128.Abs(unscaled) >> 96 != 0)
            throw new OverflowException(FormattableString.Invariant($"The number of row {index} has more digits than fit."));
        UInt128 size = (UInt128)Int128.Abs(unscaled);
        return new decimal((int)(uint)size, (int)(uint)(size >> 32), (int)(uint)(size >> 64), Int128.IsNegative(unscaled), (byte)Math.Max(scale, 0));
    }
}

/// <summary>Decimal numbers of 76 digits.</summary>
public sealed class Decimal256Array(ArrayData data) : FixedSizeBinaryArray(data, ArrowTypeId.Decimal256)
{
    public int Scale => ((Decimal256Type)Data.DataType).Scale;

    /// <summary>The value times 10^scale, exact; null at a null.</summary>
    public BigInteger? GetUnscaledValue(int index) => IsValid(index) ? new BigInteger(GetBytes(index)) : null;
}

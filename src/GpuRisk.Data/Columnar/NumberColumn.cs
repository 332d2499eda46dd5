using System.Globalization;
using System.Numerics;
using GpuRisk.Arrow;

namespace GpuRisk.Data.Columnar;

/// <summary>Numbers of one type. A whole number that no double holds exactly is refused, as NaN and the infinities are.</summary>
internal sealed class NumberColumn<T> : ArrowColumn
    where T : unmanaged, INumber<T>
{
    private readonly byte[] shown = new byte[64];
    private PrimitiveArray<T>? values;

    public override void Load(IArrowArray batch) => values = (PrimitiveArray<T>)batch;

    public override bool IsEmpty(int row) => values!.IsNull(row);

    public override ReadOnlySpan<byte> Text(int row)
    {
        if (values!.GetValue(row) is not { } value)
            return [];
        value.TryFormat(shown, out int length, default, CultureInfo.InvariantCulture);
        return shown.AsSpan(0, length);
    }

    public override bool TryNumber(int row, out double number)
    {
        number = double.NaN;
        if (values!.GetValue(row) is not { } value || !T.IsFinite(value))
            return false;
        number = double.CreateTruncating(value);
        return typeof(T) != typeof(long) && typeof(T) != typeof(ulong) || Int128.CreateChecked(value) == (Int128)number;
    }
}

using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>A number of nulls.</summary>
public sealed class NullArray(ArrayData data) : Array(data, ArrowTypeId.Null)
{
    public NullArray(int length)
        : this(new ArrayData(NullType.Default, length, length, 0, []))
    {
    }
}

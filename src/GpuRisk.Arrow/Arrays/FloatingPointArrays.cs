using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

public sealed class HalfFloatArray(ArrayData data) : PrimitiveArray<Half>(data, ArrowTypeId.HalfFloat)
{
    public sealed class Builder() : PrimitiveArrayBuilder<Half, HalfFloatArray, Builder>(HalfFloatType.Default);
}

public sealed class FloatArray(ArrayData data) : PrimitiveArray<float>(data, ArrowTypeId.Float)
{
    public sealed class Builder() : PrimitiveArrayBuilder<float, FloatArray, Builder>(FloatType.Default);
}

public sealed class DoubleArray(ArrayData data) : PrimitiveArray<double>(data, ArrowTypeId.Double)
{
    public sealed class Builder() : PrimitiveArrayBuilder<double, DoubleArray, Builder>(DoubleType.Default);
}

using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

/// <summary>Time since midnight in the type's unit.</summary>
public sealed class Time32Array(ArrayData data) : PrimitiveArray<int>(data, ArrowTypeId.Time32)
{
    public sealed class Builder(Time32Type type) : PrimitiveArrayBuilder<int, Time32Array, Builder>(type);
}

/// <summary>Time since midnight in the type's unit.</summary>
public sealed class Time64Array(ArrayData data) : PrimitiveArray<long>(data, ArrowTypeId.Time64)
{
    public sealed class Builder(Time64Type type) : PrimitiveArrayBuilder<long, Time64Array, Builder>(type);
}

/// <summary>Lengths of time in the type's unit.</summary>
public sealed class DurationArray(ArrayData data) : PrimitiveArray<long>(data, ArrowTypeId.Duration)
{
    public sealed class Builder(DurationType type) : PrimitiveArrayBuilder<long, DurationArray, Builder>(type);
}

using GpuRisk.Arrow.Types;

namespace GpuRisk.Arrow;

public sealed class Int8Array(ArrayData data) : PrimitiveArray<sbyte>(data, ArrowTypeId.Int8)
{
    public sealed class Builder() : PrimitiveArrayBuilder<sbyte, Int8Array, Builder>(Int8Type.Default);
}

public sealed class Int16Array(ArrayData data) : PrimitiveArray<short>(data, ArrowTypeId.Int16)
{
    public sealed class Builder() : PrimitiveArrayBuilder<short, Int16Array, Builder>(Int16Type.Default);
}

public sealed class Int32Array(ArrayData data) : PrimitiveArray<int>(data, ArrowTypeId.Int32)
{
    public sealed class Builder() : PrimitiveArrayBuilder<int, Int32Array, Builder>(Int32Type.Default);
}

public sealed class Int64Array(ArrayData data) : PrimitiveArray<long>(data, ArrowTypeId.Int64)
{
    public sealed class Builder() : PrimitiveArrayBuilder<long, Int64Array, Builder>(Int64Type.Default);
}

public sealed class UInt8Array(ArrayData data) : PrimitiveArray<byte>(data, ArrowTypeId.UInt8)
{
    public sealed class Builder() : PrimitiveArrayBuilder<byte, UInt8Array, Builder>(UInt8Type.Default);
}

public sealed class UInt16Array(ArrayData data) : PrimitiveArray<ushort>(data, ArrowTypeId.UInt16)
{
    public sealed class Builder() : PrimitiveArrayBuilder<ushort, UInt16Array, Builder>(UInt16Type.Default);
}

public sealed class UInt32Array(ArrayData data) : PrimitiveArray<uint>(data, ArrowTypeId.UInt32)
{
    public sealed class Builder() : PrimitiveArrayBuilder<uint, UInt32Array, Builder>(UInt32Type.Default);
}

public sealed class UInt64Array(ArrayData data) : PrimitiveArray<ulong>(data, ArrowTypeId.UInt64)
{
    public sealed class Builder() : PrimitiveArrayBuilder<ulong, UInt64Array, Builder>(UInt64Type.Default);
}

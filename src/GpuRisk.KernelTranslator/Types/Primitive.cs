using Microsoft.CodeAnalysis;

namespace GpuRisk.KernelTranslator.Types;

/// <summary>The types of C# that a device has too.</summary>
internal static class Primitive
{
    public static DeviceType? Of(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => DeviceType.Bool,
        SpecialType.System_Int32 => DeviceType.Int,
        SpecialType.System_UInt32 => DeviceType.UInt,
        SpecialType.System_Int64 => DeviceType.Long,
        SpecialType.System_UInt64 => DeviceType.ULong,
        SpecialType.System_Double => DeviceType.Double,
        _ => null,
    };
}

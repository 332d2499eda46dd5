using GpuRisk.KernelTranslator.Types;
using Microsoft.CodeAnalysis;

namespace GpuRisk.KernelTranslator.Diagnostics;

/// <summary>What to write instead of a type that no device has.</summary>
internal static class TypeAdvice
{
    public static string For(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Single } => "compute in double and keep single precision for memory: Stored<R, W, Binary32>",
        { SpecialType: SpecialType.System_Decimal } => "compute in double",
        { SpecialType: SpecialType.System_String or SpecialType.System_Char } => "pass numbers; text stays on the host",
        { SpecialType: SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16 } => "use int or uint",
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => "use long or ulong",
        { TypeKind: TypeKind.Enum } => "pass an int, and compare it with a const",
        { TypeKind: TypeKind.Array } => "take a Table<T> or Column<T> as a parameter, or write the elements as locals",
        { TypeKind: TypeKind.Pointer } => "take a Table<T> or Column<T> as a parameter",
        { TypeKind: TypeKind.Delegate } => "choose the function by a type argument: a struct that implements an interface with static abstract methods",
        { TypeKind: TypeKind.TypeParameter } => "constrain it to IReal or IWord, or name what it stands for by [KernelInstance]",
        { IsTupleType: true } => "use a struct of your own with named fields, or out parameters",
        _ when MemoryType.Is(type) => "memory is a parameter of a kernel, and is passed on as it is",
        { TypeKind: TypeKind.Struct } => "use int, uint, long, ulong, bool, double, lanes, and structs of fields of these",
        _ => "use int, uint, long, ulong, bool, double, lanes, and structs of these; a device allocates nothing",
    };
}

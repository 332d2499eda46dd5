using Microsoft.CodeAnalysis;

namespace GpuRisk.KernelTranslator.Expressions;

/// <summary>What the framework and the prelude both have: exact or correctly rounded on both sides.</summary>
internal static class LibraryFunctions
{
    /// <summary>The prelude's function, or null.</summary>
    public static string? Of(IMethodSymbol method)
    {
        if (!method.IsStatic || method.Parameters.Length == 0)
            return null;
        SpecialType type = method.Parameters[0].Type.SpecialType;
        return method.ContainingType.ToDisplayString() switch
        {
            "System.Math" => OfMath(method.Name, type),
            "double" => OfDouble(method.Name),
            "System.Numerics.BitOperations" => OfBits(method.Name, type),
            "System.BitConverter" => OfConverter(method.Name),
            _ => null,
        };
    }

    private static string? OfMath(string name, SpecialType type)
    {
        if (type == SpecialType.System_Double)
            return name switch { "FusedMultiplyAdd" => "gr_fma", "Sqrt" => "gr_sqrt", "Abs" => "gr_abs", _ => null };
        if (name is not ("Min" or "Max"))
            return null;
        string? integer = type switch
        {
            SpecialType.System_Int32 => "int",
            SpecialType.System_UInt32 => "uint",
            SpecialType.System_Int64 => "long",
            SpecialType.System_UInt64 => "ulong",
            _ => null,
        };
        return integer is null ? null : "gr_" + name.ToLowerInvariant() + "_" + integer;
    }

    private static string? OfDouble(string name) => name switch
    {
        "IsNaN" => "gr_is_nan",
        "IsInfinity" => "gr_is_infinity",
        "IsFinite" => "gr_is_finite",
        _ => null,
    };

    private static string? OfBits(string name, SpecialType type)
    {
        string? width = type switch
        {
            SpecialType.System_Int32 or SpecialType.System_UInt32 => "32",
            SpecialType.System_Int64 or SpecialType.System_UInt64 => "64",
            _ => null,
        };
        string? function = name switch
        {
            "TrailingZeroCount" => "gr_trailing",
            "LeadingZeroCount" => "gr_leading",
            "PopCount" => "gr_count",
            _ => null,
        };
        return width is null || function is null ? null : function + width;
    }

    private static string? OfConverter(string name) => name switch
    {
        "DoubleToUInt64Bits" or "DoubleToInt64Bits" => "gr_bits",
        "UInt64BitsToDouble" or "Int64BitsToDouble" => "gr_real",
        _ => null,
    };
}

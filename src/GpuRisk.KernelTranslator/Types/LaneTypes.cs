using System.Linq;
using Microsoft.CodeAnalysis;

namespace GpuRisk.KernelTranslator.Types;

/// <summary>Recognises reals and words: a device runs one lane a work item, so they become double and uint.</summary>
internal static class LaneTypes
{
    public const string Namespace = "GpuRisk.Kernels.Lanes";

    public static bool IsOfLanes(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() == Namespace;

    /// <summary>Type parameters constrained to IReal or IWord, and the lanes of width one themselves; null for other types.</summary>
    public static DeviceType? Of(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol p when IsConstrained(p, "IReal") => DeviceType.Double,
        ITypeParameterSymbol p when IsConstrained(p, "IWord") => DeviceType.UInt,
        INamedTypeSymbol { Name: "ScalarReal" } when IsOfLanes(type) => DeviceType.Double,
        INamedTypeSymbol { Name: "ScalarWord" } when IsOfLanes(type) => DeviceType.UInt,
        _ => null,
    };

    /// <summary>True for the contracts of lanes and for the lanes of width one, whose members the prelude provides.</summary>
    public static bool Provides(INamedTypeSymbol? type) =>
        type is { Name: "IReal" or "IWord" or "ScalarReal" or "ScalarWord" } && IsOfLanes(type);

    private static bool IsConstrained(ITypeParameterSymbol parameter, string contract) =>
        parameter.ConstraintTypes.Any(c => c.Name == contract && IsOfLanes(c));
}

using GpuRisk.KernelTranslator.Diagnostics;
using GpuRisk.KernelTranslator.Types;
using Microsoft.CodeAnalysis;

namespace GpuRisk.KernelTranslator;

/// <summary>Parameters as C declares them.</summary>
internal static class ParameterText
{
    public static string OfFunction(IParameterSymbol parameter, FunctionScope scope)
    {
        string name = scope.NameOf(parameter);
        if (MemoryType.Is(parameter.Type))
            return Memory(parameter, scope)?.Element is { } element ? Pointer(element, scope.Written.Contains(parameter.Ordinal), name, "") : "int " + name;
        string type = scope.TypeOf(parameter.Type, Declaration(parameter, scope)).Name;
        return parameter.RefKind is RefKind.Ref or RefKind.Out ? type + "* " + name : type + " " + name;
    }

    /// <summary>Of a kernel: memory that no path writes may be read through the device's read-only cache.</summary>
    public static string OfKernel(IParameterSymbol parameter, FunctionScope scope) =>
        MemoryType.Is(parameter.Type) && Memory(parameter, scope)?.Element is { } element
            ? Pointer(element, scope.Written.Contains(parameter.Ordinal), scope.NameOf(parameter), "GR_RESTRICT ")
            : OfFunction(parameter, scope);

    /// <summary>The parameter's memory, refused where its elements cannot lie on a device.</summary>
    public static MemoryType? Memory(IParameterSymbol parameter, FunctionScope scope)
    {
        MemoryType? memory = parameter.RefKind == RefKind.None ? MemoryType.Of((INamedTypeSymbol)parameter.Type, scope.Types) : null;
        if (memory is null)
            scope.Refuse(
                Rules.Memory, Declaration(parameter, scope), $"'{parameter.Name}' has elements that a device cannot hold, or is passed by reference",
                "use elements of int, uint, long, ulong or double, or Stored<R, W, E> with E Binary64 or Binary32, passed by value");
        return memory;
    }

    private static string Pointer(string element, bool isWritten, string name, string qualifier) =>
        "GR_GLOBAL " + (isWritten ? "" : "const ") + element + "* " + (isWritten ? "" : qualifier) + name;

    private static SyntaxNode Declaration(IParameterSymbol parameter, FunctionScope scope) =>
        parameter.DeclaringSyntaxReferences[0].GetSyntax(scope.Context.Cancellation);
}

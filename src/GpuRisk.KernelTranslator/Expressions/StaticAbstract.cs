using System.Linq;
using GpuRisk.KernelTranslator.Types;
using Microsoft.CodeAnalysis;

namespace GpuRisk.KernelTranslator.Expressions;

/// <summary>Finds the method that a type argument provides for a static member of its interface.</summary>
internal static class StaticAbstract
{
    /// <summary>The method itself where it is no interface's; null where the type argument is not known or provides none.</summary>
    public static IMethodSymbol? Resolve(IMethodSymbol method, ITypeSymbol? constrainedTo, TypeArguments types)
    {
        if (method.ContainingType.TypeKind != TypeKind.Interface || !(method.IsAbstract || method.IsVirtual))
            return method;
        if (constrainedTo is null || types.Resolve(constrainedTo) is not INamedTypeSymbol type)
            return null;
        IMethodSymbol? contract = type.AllInterfaces
            .Where(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, method.ContainingType.OriginalDefinition))
            .SelectMany(i => i.GetMembers(method.Name)).OfType<IMethodSymbol>()
            .FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, method.OriginalDefinition));
        if (contract is null || type.FindImplementationForInterfaceMember(contract) is not IMethodSymbol found)
            return null;
        return found.IsGenericMethod ? found.ConstructedFrom.Construct([.. method.TypeArguments]) : found;
    }
}

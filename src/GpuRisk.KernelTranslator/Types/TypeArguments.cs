using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace GpuRisk.KernelTranslator.Types;

/// <summary>What the type parameters of one translated function stand for. Lanes stand for themselves.</summary>
internal sealed class TypeArguments
{
    private readonly Dictionary<ITypeParameterSymbol, ITypeSymbol> values = new(SymbolEqualityComparer.Default);

    public ITypeSymbol Resolve(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter)
            return values.TryGetValue(parameter, out ITypeSymbol? value) ? value : type;
        if (type is not INamedTypeSymbol { IsGenericType: true, IsUnboundGenericType: false } named)
            return type;
        ITypeSymbol[] arguments = [.. named.TypeArguments.Select(Resolve)];
        return arguments.SequenceEqual(named.TypeArguments, SymbolEqualityComparer.Default) ? type : named.OriginalDefinition.Construct(arguments);
    }

    public void Set(ITypeParameterSymbol parameter, ITypeSymbol value)
    {
        if (LaneTypes.Of(parameter) is null)
            values[parameter] = value;
    }

    /// <summary>Those of a method that is called here, seen from its definition.</summary>
    public TypeArguments For(IMethodSymbol method)
    {
        var result = new TypeArguments();
        result.Take(this, method.OriginalDefinition.TypeParameters, method.TypeArguments);
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
            result.Take(this, type.OriginalDefinition.TypeParameters, type.TypeArguments);
        return result;
    }

    /// <summary>The arguments other than lanes, as endings of a name.</summary>
    public IEnumerable<string> Names(IMethodSymbol definition) =>
        Parameters(definition).Where(p => values.ContainsKey(p)).Select(p => values[p]).Select(NameOf);

    public static string NameOf(ITypeSymbol type) => LaneTypes.Of(type)?.Name ?? (type is INamedTypeSymbol { IsGenericType: true } named
        ? string.Join("_", named.TypeArguments.Where(a => LaneTypes.Of(a) is null).Select(NameOf).Prepend(named.Name))
        : type.Name);

    private static IEnumerable<ITypeParameterSymbol> Parameters(IMethodSymbol definition)
    {
        IEnumerable<ITypeParameterSymbol> parameters = definition.TypeParameters;
        for (INamedTypeSymbol? type = definition.ContainingType; type is not null; type = type.ContainingType)
            parameters = type.TypeParameters.Concat(parameters);
        return parameters;
    }

    private void Take(TypeArguments outer, IReadOnlyList<ITypeParameterSymbol> parameters, IReadOnlyList<ITypeSymbol> arguments)
    {
        for (int i = 0; i < parameters.Count; i++)
            Set(parameters[i], outer.Resolve(arguments[i]));
    }
}

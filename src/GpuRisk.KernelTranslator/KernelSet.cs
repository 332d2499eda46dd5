using System.Collections.Generic;
using System.Linq;
using GpuRisk.KernelTranslator.Diagnostics;
using GpuRisk.KernelTranslator.Types;
using Microsoft.CodeAnalysis;

namespace GpuRisk.KernelTranslator;

/// <summary>The kernels of a compilation, each with its type arguments, by name.</summary>
internal static class KernelSet
{
    private const string Namespace = "GpuRisk.Kernels";

    public static bool IsKernel(IMethodSymbol method) => Attributes(method.OriginalDefinition, "KernelAttribute").Any();

    public static IReadOnlyList<KernelInstance> Of(TranslationContext context)
    {
        KernelInstance[] instances =
        [
            .. Types(context.Compilation.Assembly.GlobalNamespace).SelectMany(t => t.GetMembers().OfType<IMethodSymbol>())
                .Where(IsKernel).SelectMany(m => Instances(m, context)).OrderBy(k => k.Name, System.StringComparer.Ordinal),
        ];
        foreach (IGrouping<string, KernelInstance> same in instances.GroupBy(k => k.Name).Where(g => g.Count() > 1))
            context.Refuse(Rules.Kernel, same.Last().Method.Locations[0], $"There are two kernels '{same.Key}'; give each a name of its own");
        return instances;
    }

    private static IEnumerable<KernelInstance> Instances(IMethodSymbol method, TranslationContext context)
    {
        ITypeParameterSymbol[] open = [.. method.TypeParameters.Where(p => LaneTypes.Of(p) is null)];
        AttributeData[] given = [.. Attributes(method, "KernelInstanceAttribute")];
        if (open.Length == 0 && given.Length == 0)
            yield return new KernelInstance(method, NameOf(method), new TypeArguments());
        if (open.Length > 0 && given.Length == 0)
            context.Refuse(
                Rules.Instance, method.Locations[0], $"'{NameOf(method)}' has type arguments that are no lanes; name them by [KernelInstance(typeof(...))]");
        foreach (AttributeData attribute in given)
        {
            ITypeSymbol[] arguments = [.. attribute.ConstructorArguments.SelectMany(Types).Select(t => t.IsUnboundGenericType ? t.OriginalDefinition : t)];
            if (arguments.Length != open.Length)
            {
                Location at = attribute.ApplicationSyntaxReference?.GetSyntax(context.Cancellation).GetLocation() ?? method.Locations[0];
                context.Refuse(Rules.Instance, at, $"'{NameOf(method)}' has {open.Length} type arguments besides lanes, and {arguments.Length} are given; give one for each");
                continue;
            }
            var types = new TypeArguments();
            for (int i = 0; i < open.Length; i++)
                types.Set(open[i], arguments[i]);
            yield return new KernelInstance(method, string.Join(".", arguments.Select(TypeArguments.NameOf).Prepend(NameOf(method))), types);
        }
    }

    private static IEnumerable<INamedTypeSymbol> Types(TypedConstant argument) => argument.Kind != TypedConstantKind.Array
        ? new[] { argument.Value }.OfType<INamedTypeSymbol>()
        : argument.IsNull ? [] : argument.Values.SelectMany(Types);

    private static string NameOf(IMethodSymbol method)
    {
        string name = method.Name;
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
            name = type.Name + "." + name;
        return name;
    }

    private static IEnumerable<AttributeData> Attributes(IMethodSymbol method, string name) =>
        method.GetAttributes().Where(a => a.AttributeClass?.Name == name && a.AttributeClass.ContainingNamespace?.ToDisplayString() == Namespace);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (INamespaceOrTypeSymbol member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            foreach (INamedTypeSymbol nested in Types(member))
                yield return nested;
        }
    }
}

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GpuRisk.KernelTranslator.Statements;

/// <summary>The locals and parameters that a piece of code assigns or passes by reference.</summary>
internal static class ChangedVariables
{
    public static HashSet<ISymbol> In(IOperation root) =>
        new(root.DescendantsAndSelf().Select(Target).Select(Root).OfType<ISymbol>(), SymbolEqualityComparer.Default);

    /// <summary>The variable that holds the place, or null for device memory.</summary>
    public static ISymbol? Root(IOperation? place) => place switch
    {
        ILocalReferenceOperation l => l.Local,
        IParameterReferenceOperation p => p.Parameter,
        IFieldReferenceOperation f => Root(f.Instance),
        IDeclarationExpressionOperation d => Root(d.Expression),
        _ => null,
    };

    private static IOperation? Target(IOperation operation) => operation switch
    {
        IAssignmentOperation a => a.Target,
        IIncrementOrDecrementOperation i => i.Target,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } a => a.Value,
        _ => null,
    };
}

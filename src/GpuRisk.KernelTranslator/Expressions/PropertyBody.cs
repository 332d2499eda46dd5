using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GpuRisk.KernelTranslator.Expressions;

/// <summary>Tells computed properties from stored ones, which are state.</summary>
internal static class PropertyBody
{
    public static bool Exists(IMethodSymbol getter) =>
        getter.OriginalDefinition.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).FirstOrDefault()
            is ArrowExpressionClauseSyntax or AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null };
}

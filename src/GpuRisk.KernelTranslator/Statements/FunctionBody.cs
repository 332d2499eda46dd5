using System.Collections.Generic;
using System.Linq;
using GpuRisk.KernelTranslator.Diagnostics;
using GpuRisk.KernelTranslator.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GpuRisk.KernelTranslator.Statements;

/// <summary>The statements of one method in C, and the scope they were translated in.</summary>
internal sealed class FunctionBody
{
    private FunctionBody(FunctionScope scope, string text)
    {
        Scope = scope;
        Text = text;
    }

    public FunctionScope Scope { get; }

    public string Text { get; }

    public static FunctionBody Of(TranslationContext context, IMethodSymbol method, TypeArguments types)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        SyntaxNode syntax = method.DeclaringSyntaxReferences[0].GetSyntax(context.Cancellation);
        SemanticModel model = context.Compilation.GetSemanticModel(syntax.SyntaxTree);
        bool isBroken = model.GetDiagnostics(syntax.Span, context.Cancellation).Any(d => d.Severity == DiagnosticSeverity.Error);
        context.HasForeignErrors |= isBroken;
        IOperation? root = isBroken ? null : model.GetOperation(syntax, context.Cancellation);
        var scope = new FunctionScope(context, method, types, root is null ? [] : ChangedVariables.In(root)) { IsBroken = isBroken };
        foreach (IParameterSymbol parameter in method.Parameters)
            scope.NameOf(parameter);
        if (root is null)
            return new FunctionBody(scope, "");
        var statements = new StatementTranslator(scope, depth: 1);
        if (Blocks(root).FirstOrDefault() is { } block)
            statements.Body(block);
        else
            scope.Refuse(Rules.Construct, syntax, "A method without a body in C#", "give it one");
        return new FunctionBody(scope, statements.Text);
    }

    private static IEnumerable<IBlockOperation> Blocks(IOperation root) => root switch
    {
        IMethodBodyOperation m => new[] { m.BlockBody, m.ExpressionBody }.OfType<IBlockOperation>(),
        IBlockOperation b => [b],
        _ => [],
    };
}

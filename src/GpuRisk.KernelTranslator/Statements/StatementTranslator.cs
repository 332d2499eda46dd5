using System.Linq;
using System.Text;
using GpuRisk.KernelTranslator.Diagnostics;
using GpuRisk.KernelTranslator.Expressions;
using GpuRisk.KernelTranslator.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GpuRisk.KernelTranslator.Statements;

/// <summary>Statements of C# in C, one a line, with braces everywhere.</summary>
internal sealed partial class StatementTranslator
{
    private readonly FunctionScope scope;
    private readonly ExpressionTranslator expressions;
    private readonly StringBuilder text = new();
    private int depth;

    public StatementTranslator(FunctionScope scope, int depth)
    {
        this.scope = scope;
        this.depth = depth;
        expressions = new ExpressionTranslator(scope);
    }

    public string Text => text.ToString();

    /// <summary>The statements of a block, without its braces.</summary>
    public void Body(IBlockOperation block)
    {
        foreach (IOperation statement in block.Operations)
            Statement(statement);
    }

    private void Statement(IOperation statement)
    {
        switch (statement)
        {
            case IBlockOperation b:
                Nested("{", b);
                break;
            case IVariableDeclarationGroupOperation g:
                foreach (IVariableDeclaratorOperation declarator in g.Declarations.SelectMany(d => d.Declarators))
                    Declaration(declarator);
                break;
            case IExpressionStatementOperation e:
                Line(Effect(e.Operation) + ";");
                break;
            case IReturnOperation r:
                Line(r.ReturnedValue is null ? "return;" : "return " + expressions.Converted(r.ReturnedValue, isAlone: true).Text + ";");
                break;
            case IConditionalOperation c:
                If(c, "if");
                break;
            case IForLoopOperation f:
                For(f);
                break;
            case IWhileLoopOperation { ConditionIsTop: true } w:
                Embedded("while (" + Condition(w.Condition!) + ")", w.Body);
                break;
            case IWhileLoopOperation w:
                Embedded("do", w.Body);
                Line("while (" + Condition(w.Condition!) + ");");
                break;
            case IBranchOperation { BranchKind: BranchKind.Break }:
                Line("break;");
                break;
            case IBranchOperation { BranchKind: BranchKind.Continue }:
                Line("continue;");
                break;
            case IEmptyOperation:
                break;
            default:
                Refuse(statement);
                break;
        }
    }

    private void Declaration(IVariableDeclaratorOperation declarator)
    {
        ILocalSymbol local = declarator.Symbol;
        if (local.IsConst)
            return;
        if (local.IsRef)
        {
            scope.Refuse(Rules.Construct, declarator.Syntax, "A ref local", "name the variable itself, or copy its value");
            return;
        }
        string declared = scope.TypeOf(local.Type, declarator.Syntax).Name + " " + scope.NameOf(local);
        Line(declared + (Initializer(declarator) is { } value ? " = " + Initial(local, value) : "") + ";");
    }

    private static IOperation? Initializer(IVariableDeclaratorOperation declarator) =>
        (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value;

    private string Initial(ILocalSymbol local, IOperation value)
    {
        scope.SetMagnitude(local, Magnitude.Of(value, scope));
        return expressions.Converted(value, isAlone: true).Text;
    }

    private void If(IConditionalOperation conditional, string head)
    {
        Embedded(head + " (" + expressions.Alone(conditional.Condition).Text + ")", conditional.WhenTrue);
        if (conditional.WhenFalse is not IConditionalOperation next)
        {
            if (conditional.WhenFalse is { } otherwise)
                Embedded("else", otherwise);
            return;
        }
        // Out variables of the next condition are declared before it, inside the else.
        if (next.Condition.Descendants().Any(o => o is IDeclarationExpressionOperation or IDiscardOperation))
            Embedded("else", next);
        else
            If(next, "else if");
    }

    private string Condition(IOperation condition) => expressions.Of(condition).Text;

    /// <summary>A head and the statement it governs, in braces of their own lines.</summary>
    private void Embedded(string head, IOperation statement)
    {
        Line(head);
        Nested("{", statement);
    }

    private void Nested(string brace, IOperation statement)
    {
        Line(brace);
        depth++;
        if (statement is IBlockOperation block)
            Body(block);
        else
            Statement(statement);
        depth--;
        Line("}");
    }

    private void Refuse(IOperation statement)
    {
        (string what, string instead) = ConstructAdvice.For(statement);
        scope.Refuse(Rules.Construct, statement.Syntax, what, instead);
    }

    private void Line(string line)
    {
        foreach (string hoisted in scope.Hoisted)
            text.Append(' ', 4 * depth).Append(hoisted).Append('\n');
        scope.Hoisted.Clear();
        text.Append(' ', 4 * depth).Append(line).Append('\n');
    }
}

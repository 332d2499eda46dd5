using System.Collections.Generic;
using System.Linq;
using GpuRisk.KernelTranslator.Diagnostics;
using GpuRisk.KernelTranslator.Expressions;
using GpuRisk.KernelTranslator.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GpuRisk.KernelTranslator.Statements;

internal sealed partial class StatementTranslator
{
    /// <summary>What an expression statement does.</summary>
    private string Effect(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: false, Target: IDiscardOperation, Value: var value }:
                return expressions.Alone(value).Text;
            case ISimpleAssignmentOperation { IsRef: false } a:
                return Assignment(a);
            case ICompoundAssignmentOperation c:
                return Compound(c);
            case IIncrementOrDecrementOperation i:
                return Increment(i);
            case IInvocationOperation { Instance: { } instance, TargetMethod: { Name: "Stream" } target } call when MemoryType.Is(target.ContainingType):
                Code element = expressions.Element(instance, call.Arguments[0].Value, isWritten: true, out bool isNarrow);
                return Stored(element, isNarrow, expressions.Converted(call.Arguments[1].Value));
            case IInvocationOperation:
                return expressions.Alone(operation).Text;
            default:
                Refuse(operation);
                return "";
        }
    }

    private string Assignment(ISimpleAssignmentOperation assignment)
    {
        bool isCall = Call(assignment.Value) is { } call && !IsSteady(assignment.Target, call);
        Code value = expressions.Converted(assignment.Value, isAlone: !isCall);
        return Stored(expressions.Place(assignment.Target, out bool isNarrow), isNarrow, value);
    }

    private static IInvocationOperation? Call(IOperation value) => value is IConversionOperation c ? Call(c.Operand) : value as IInvocationOperation;

    /// <summary>True where the place is the same before and after the call: C# finds it before, C may find it after.</summary>
    private static bool IsSteady(IOperation target, IInvocationOperation call)
    {
        if (target is not IPropertyReferenceOperation { Instance: not null } element)
            return true;
        IOperation index = element.Arguments[0].Value;
        HashSet<ISymbol> changed = ChangedVariables.In(call);
        return !index.DescendantsAndSelf().Any(o => o is IPropertyReferenceOperation { Instance: not null } or IInvocationOperation
            || (ChangedVariables.Root(o) is { } variable && changed.Contains(variable)));
    }

    private string Compound(ICompoundAssignmentOperation compound)
    {
        if (compound.IsChecked || !compound.InConversion.IsIdentity || !compound.OutConversion.IsIdentity
            || (compound.OperatorMethod is { } method && !LaneTypes.Provides(method.ContainingType) && Primitive.Of(method.ContainingType) is null))
        {
            scope.Refuse(Rules.Construct, compound.Syntax, "This compound assignment", "write it out: a = (T)(a + b)");
            return "";
        }
        return Update(compound, compound.Target, compound.OperatorKind, expressions.Value(compound.Value));
    }

    private string Increment(IIncrementOrDecrementOperation increment)
    {
        if (increment.IsChecked || increment.OperatorMethod is { ContainingType: var declaring } && Primitive.Of(declaring) is null)
        {
            scope.Refuse(Rules.Construct, increment.Syntax, "This increment", "write it out: a = a + 1");
            return "";
        }
        DeviceType type = scope.TypeOf(increment.Target.Type, increment.Syntax);
        Code one = Code.Literal(type == DeviceType.Double ? "1.0" : type.IsSigned ? "1" : "1u");
        BinaryOperatorKind kind = increment.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        return Update(increment, increment.Target, kind, new Operand(one, one, 1, 1));
    }

    /// <summary>place = place op value. Finding the place twice is harmless: it has no effects.</summary>
    private string Update(IOperation at, IOperation target, BinaryOperatorKind kind, Operand value)
    {
        DeviceType type = scope.TypeOf(target.Type, target.Syntax);
        Code read = expressions.Of(target);
        var before = new Operand(read, read, Magnitude.Of(target, scope), null);
        Code after = expressions.Combine(at, kind, type, before, value);
        return Stored(expressions.Place(target, out bool isNarrow), isNarrow, after);
    }

    private static string Stored(Code place, bool isNarrow, Code value) =>
        place.Text + " = " + (isNarrow ? Code.Call("gr_narrow", value.Text).Text : value.Text);

    private void For(IForLoopOperation loop)
    {
        string before = loop.Before.All(b => b is IVariableDeclarationGroupOperation) ? Declarations(loop) : Effects(loop.Before);
        string condition = loop.Condition is null ? "" : Condition(loop.Condition);
        string after = string.Join(", ", loop.AtLoopBottom.Select(b => Step(loop, b)));
        if (scope.Hoisted.Count > 0)
        {
            scope.Hoisted.Clear();
            scope.Refuse(Rules.Effect, loop.Syntax, "An out variable of a loop's head", "declare it before the loop");
        }
        Embedded("for (" + before + "; " + condition + "; " + after + ")", loop.Body);
    }

    private string Effects(IEnumerable<IOperation> operations) =>
        string.Join(", ", operations.Select(o => o is IExpressionStatementOperation e ? Effect(e.Operation) : Effect(o)));

    private string Declarations(IForLoopOperation loop)
    {
        IVariableDeclaratorOperation[] declarators =
            [.. loop.Before.OfType<IVariableDeclarationGroupOperation>().SelectMany(g => g.Declarations).SelectMany(d => d.Declarators)];
        if (declarators.Length == 0)
            return "";
        string type = scope.TypeOf(declarators[0].Symbol.Type, declarators[0].Syntax).Name;
        return type + " " + string.Join(", ", declarators.Select(d =>
            scope.NameOf(d.Symbol) + (Initializer(d) is { } value ? " = " + Initial(d.Symbol, value) : "")));
    }

    /// <summary>A counter that its loop's condition keeps from overflowing is counted as C counts.</summary>
    private string Step(IForLoopOperation loop, IOperation step)
    {
        IOperation effect = step is IExpressionStatementOperation e ? e.Operation : step;
        if (effect is IIncrementOrDecrementOperation { Target: ILocalReferenceOperation { Local: var counter } } i && IsBounded(loop, counter, i.Kind))
            return scope.NameOf(counter) + (i.Kind == OperationKind.Increment ? "++" : "--");
        return Effect(effect);
    }

    private static bool IsBounded(IForLoopOperation loop, ILocalSymbol counter, OperationKind kind) =>
        loop.Condition is IBinaryOperation { LeftOperand: var left, OperatorKind: var relation }
        && relation == (kind == OperationKind.Increment ? BinaryOperatorKind.LessThan : BinaryOperatorKind.GreaterThan)
        // Compared in its own type: a wider bound might lie beyond what the counter can hold.
        && left is ILocalReferenceOperation { Local: var compared } && SymbolEqualityComparer.Default.Equals(compared, counter)
        && loop.AtLoopBottom.Length == 1 && !ChangedVariables.In(loop.Body).Contains(counter);
}

using GpuRisk.KernelTranslator.Diagnostics;
using GpuRisk.KernelTranslator.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GpuRisk.KernelTranslator.Expressions;

/// <summary>Expressions of C# in C. Each method is one kind of expression; what is not in the subset is refused where it stands.</summary>
internal sealed partial class ExpressionTranslator
{
    private readonly FunctionScope scope;

    public ExpressionTranslator(FunctionScope scope) => this.scope = scope;

    /// <summary>A value inside a larger expression: without effects, since C evaluates operands in any order.</summary>
    public Code Of(IOperation operation) => Of(operation, isAlone: false);

    /// <summary>A value that is the whole of a right side or statement, where a call may have effects.</summary>
    public Code Alone(IOperation operation) => Of(operation, isAlone: true);

    /// <summary>A value where C widens integers by itself: an argument, an initialiser, an index.</summary>
    public Code Converted(IOperation operation, bool isAlone = false) =>
        IsWidening(operation) ? Of(((IConversionOperation)operation).Operand, isAlone) : Of(operation, isAlone);

    private static bool IsWidening(IOperation operation) =>
        operation is IConversionOperation { ConstantValue.HasValue: false, IsChecked: false, Type: { } to, Operand.Type: { } from } && Magnitude.Widens(from, to);

    private Code Of(IOperation operation, bool isAlone)
    {
        if (operation.ConstantValue.HasValue)
            return Constant(operation);
        switch (operation)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation:
                return Variable(operation);
            case IPropertyReferenceOperation p:
                return Property(p);
            case IConversionOperation c:
                return Conversion(c, isAlone);
            case IUnaryOperation u:
                return Unary(u);
            case IBinaryOperation b:
                return Binary(b);
            case IConditionalOperation { WhenFalse: { } no } c:
                return Code.Choice(Of(c.Condition), Of(c.WhenTrue), Of(no));
            case IInvocationOperation i:
                return Invocation(i, isAlone);
            case IObjectCreationOperation o:
                return Creation(o);
            case IDefaultValueOperation d:
                return Default(d.Type, d.Syntax);
            case IAssignmentOperation:
                return Refuse(Rules.Effect, operation, "An assignment", "assign in a statement of its own");
            case IIncrementOrDecrementOperation:
                return Refuse(Rules.Effect, operation, "An increment", "count in a statement of its own");
            default:
                (string what, string instead) = ConstructAdvice.For(operation);
                return Refuse(Rules.Construct, operation, what, instead);
        }
    }

    private Code Constant(IOperation operation)
    {
        if (Literals.Of(operation.ConstantValue.Value, ConstantName(operation)) is { } literal)
            return literal;
        if (operation.Type is null)
            return Refuse(Rules.Construct, operation, "null", "a device has no references");
        return Refuse(Rules.Type, operation, operation.Type.ToDisplayString(), TypeAdvice.For(operation.Type));
    }

    private static string? ConstantName(IOperation operation) => operation switch
    {
        IConversionOperation c => ConstantName(c.Operand),
        IFieldReferenceOperation { Field: { ContainingType.SpecialType: SpecialType.None } f } => f.Name,
        ILocalReferenceOperation l => l.Local.Name,
        _ => null,
    };

    /// <summary>A local, a parameter, or a field of one of them.</summary>
    private Code Variable(IOperation operation)
    {
        switch (operation)
        {
            case IParameterReferenceOperation { Parameter: var parameter }:
                if (MemoryType.Is(parameter.Type))
                    return Refuse(Rules.Memory, operation, "is not a value", "read or write its elements, or pass it on");
                string name = scope.NameOf(parameter);
                return parameter.RefKind is RefKind.Ref or RefKind.Out ? Code.Prefix("*", Code.Primary(name)) : Code.Primary(name);
            case ILocalReferenceOperation l:
                return Code.Primary(scope.NameOf(l.Local));
            case IFieldReferenceOperation { Instance: null } f:
                return Refuse(Rules.Call, operation, f.Field.ToDisplayString(), "make it a const, or pass its value");
            case IFieldReferenceOperation { Instance: { } instance } f:
                if (LaneTypes.Provides(f.Field.ContainingType))
                    return Of(instance);
                scope.TypeOf(instance.Type, instance.Syntax);
                string field = Names.Field(f.Field.Name);
                return instance is IParameterReferenceOperation { Parameter: { RefKind: RefKind.Ref or RefKind.Out } p }
                    ? Code.Primary(scope.NameOf(p) + "->" + field)
                    : Code.Primary(Of(instance).AsPrimary() + "." + field);
            default:
                (string what, string instead) = ConstructAdvice.For(operation);
                return Refuse(Rules.Construct, operation, what, instead);
        }
    }

    private Code Creation(IObjectCreationOperation creation)
    {
        DeviceType type = scope.TypeOf(creation.Type, creation.Syntax);
        if (!type.IsStruct)
            return Code.Primary("0");
        if (creation.Constructor is { IsImplicitlyDeclared: false })
            return Refuse(Rules.Construct, creation, "A constructor", "set the fields: new T { A = 1.0, B = 2.0 }");
        var values = new System.Collections.Generic.Dictionary<ISymbol, Code>(SymbolEqualityComparer.Default);
        foreach (IOperation initializer in creation.Initializer?.Initializers ?? [])
        {
            if (initializer is ISimpleAssignmentOperation { Target: IFieldReferenceOperation target } assignment)
                values[target.Field.OriginalDefinition] = Converted(assignment.Value);
            else
                Refuse(Rules.Construct, initializer, "This initialiser", "set fields only");
        }
        return Struct(creation.Type!, type, creation.Syntax, values);
    }

    private Code Default(ITypeSymbol? type, SyntaxNode at)
    {
        DeviceType value = scope.TypeOf(type, at);
        return value.IsStruct ? Struct(type!, value, at, []) : Code.Literal(Literals.Zero(value));
    }

    private Code Struct(ITypeSymbol type, DeviceType value, SyntaxNode at, System.Collections.Generic.Dictionary<ISymbol, Code> values)
    {
        var arguments = new System.Collections.Generic.List<string>();
        foreach (IFieldSymbol field in StructTable.Fields(scope.Types.Resolve(type)))
            arguments.Add(values.TryGetValue(field.OriginalDefinition, out Code code) ? code.Text : Default(field.Type, at).Text);
        return Code.Call(StructTable.Maker(value.Name), [.. arguments]);
    }

    private Code Refuse(DiagnosticDescriptor rule, IOperation at, params string[] words)
    {
        scope.Refuse(rule, at.Syntax, words);
        return Code.Primary("0");
    }
}

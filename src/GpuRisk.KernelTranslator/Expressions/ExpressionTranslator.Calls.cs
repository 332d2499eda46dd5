using System.Linq;
using GpuRisk.KernelTranslator.Diagnostics;
using GpuRisk.KernelTranslator.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GpuRisk.KernelTranslator.Expressions;

internal sealed partial class ExpressionTranslator
{
    private Code Invocation(IInvocationOperation call, bool isAlone)
    {
        IMethodSymbol target = call.TargetMethod;
        if (LaneTypes.Provides(target.ContainingType))
            return Lanes(call, target.Name, call.Arguments.Select(a => Converted(a.Value)).ToArray());
        if (LibraryFunctions.Of(target) is { } library)
            return Library(call, library);
        if (!target.IsStatic)
            return Refuse(Rules.Call, call, target.ToDisplayString(), CallAdvice.ForInstance(target));
        IMethodSymbol? method = StaticAbstract.Resolve(target, call.ConstrainedToType, scope.Types);
        if (method is null || method.OriginalDefinition.DeclaringSyntaxReferences.Length == 0 || target.MethodKind == MethodKind.LocalFunction)
            return Uncallable(call);
        if (KernelSet.IsKernel(method))
            return Refuse(Rules.Call, call, target.ToDisplayString(), "move what both share into a method without [Kernel]");
        TranslatedFunction? function = scope.Context.Functions.Of(method, scope.Types, call.Syntax);
        if (function is { HasEffects: true } && !isAlone)
            return Refuse(Rules.Effect, call, "A call that writes memory or variables", "assign its result to a local first");
        RefuseAliases(call);
        string[] arguments = [.. call.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => Argument(a, function))];
        return Code.Call(function?.Name ?? "0", arguments);
    }

    private Code Uncallable(IInvocationOperation call)
    {
        // The arguments' own errors are told, too.
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument is { Parameter.RefKind: RefKind.None, Value.Type: { TypeKind: TypeKind.Struct } type } && !MemoryType.Is(type))
                Of(argument.Value);
        }
        return Refuse(Rules.Call, call, call.TargetMethod.ToDisplayString(), CallAdvice.For(call.TargetMethod));
    }

    /// <summary>An in parameter is a copy on a device, so what it refers to must not change during the call.</summary>
    private void RefuseAliases(IInvocationOperation call)
    {
        ISymbol?[] changed = [.. call.Arguments.Where(a => a.Parameter?.RefKind is RefKind.Ref or RefKind.Out).Select(a => Statements.ChangedVariables.Root(a.Value))];
        foreach (IArgumentOperation argument in call.Arguments.Where(a => a.Parameter?.RefKind is RefKind.In or RefKind.RefReadOnlyParameter))
        {
            if (Statements.ChangedVariables.Root(argument.Value) is { } root && changed.Contains(root, SymbolEqualityComparer.Default))
                Refuse(Rules.Effect, argument, "One variable passed both by in and by ref", "copy it to a local first");
        }
    }

    private string Argument(IArgumentOperation argument, TranslatedFunction? function)
    {
        IParameterSymbol parameter = argument.Parameter!;
        if (MemoryType.Is(parameter.Type))
            return MemoryArgument(argument, function?.Written.Contains(parameter.Ordinal) == true);
        return parameter.RefKind is RefKind.Ref or RefKind.Out ? Reference(argument.Value) : Converted(argument.Value).Text;
    }

    private string Reference(IOperation place)
    {
        switch (place)
        {
            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.Ref or RefKind.Out } p }:
                return scope.NameOf(p);
            case IDiscardOperation discard:
                string unused = scope.Discard();
                scope.Hoisted.Add(scope.TypeOf(discard.Type, discard.Syntax).Name + " " + unused + ";");
                return "&" + unused;
            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: var local } }:
                scope.Hoisted.Add(scope.TypeOf(local.Type, place.Syntax).Name + " " + scope.NameOf(local) + ";");
                return "&" + scope.NameOf(local);
            default:
                return "&" + Variable(place).AsPrimary();
        }
    }

    private Code Library(IInvocationOperation call, string function)
    {
        Code result = Code.Call(function, [.. call.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => Converted(a.Value).Text)]);
        // Bits are unsigned in the prelude.
        return call.Type!.SpecialType == SpecialType.System_Int64 && function == "gr_bits" ? Code.Cast(DeviceType.Long.Name, result) : result;
    }

    private Code Lanes(IInvocationOperation call, string member, Code[] arguments) => member switch
    {
        "Of" => arguments[0],
        "AnyLess" => Code.Binary(arguments[0], "<", arguments[1]),
        "Fma" => Prelude("gr_fma", arguments),
        "Sqrt" => Prelude("gr_sqrt", arguments),
        "Abs" => Prelude("gr_abs", arguments),
        "Min" => Prelude("gr_min", arguments),
        "IfLess" => Prelude("gr_if_less", arguments),
        "Below" => Prelude("gr_below", arguments),
        "Pow2" => Prelude("gr_pow2", arguments),
        "Exponent" => Prelude("gr_exponent", arguments),
        "Significand" => Prelude("gr_significand", arguments),
        "Uniform" => Prelude("gr_uniform", arguments),
        "MultiplyLow" => Prelude("gr_multiply_low", arguments),
        "MultiplyHigh" => Prelude("gr_multiply_high", arguments),
        _ => Refuse(Rules.Call, call, call.TargetMethod.ToDisplayString(), "go through Reals, Words or Stored"),
    };

    private static Code Prelude(string function, Code[] arguments) => Code.Call(function, [.. arguments.Select(a => a.Text)]);
}

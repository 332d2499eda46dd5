using GpuRisk.KernelTranslator.Diagnostics;
using GpuRisk.KernelTranslator.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GpuRisk.KernelTranslator.Expressions;

internal sealed partial class ExpressionTranslator
{
    /// <summary>Where a value can be stored: a variable, or an element of memory (which becomes known as written).</summary>
    public Code Place(IOperation target, out bool isNarrow)
    {
        isNarrow = false;
        if (target is not IPropertyReferenceOperation { Instance: { } instance } property)
            return Variable(target);
        return MemoryType.Is(property.Property.ContainingType)
            ? Element(instance, property.Arguments[0].Value, isWritten: true, out isNarrow)
            : Refuse(Rules.Call, target, property.Property.ToDisplayString(), "make it a field");
    }

    /// <summary>instance[index]. Only parameters are memory, so that what is written is known.</summary>
    public Code Element(IOperation instance, IOperation index, bool isWritten, out bool isNarrow)
    {
        isNarrow = false;
        if (instance is not IParameterReferenceOperation { Parameter: var parameter })
            return Refuse(Rules.Memory, instance, "is a parameter, and nothing else", "name the parameter here");
        if (isWritten)
            scope.Written.Add(parameter.Ordinal);
        isNarrow = MemoryType.Of((INamedTypeSymbol)parameter.Type, scope.Types)?.IsNarrow == true;
        return Code.Primary(scope.NameOf(parameter) + "[" + Converted(index).Text + "]");
    }

    private Code Property(IPropertyReferenceOperation property)
    {
        if (property.Instance is { } instance)
        {
            if (!MemoryType.Is(property.Property.ContainingType))
                return Refuse(Rules.Call, property, property.Property.ToDisplayString(), "make it a field");
            Code element = Element(instance, property.Arguments[0].Value, isWritten: false, out bool isNarrow);
            return isNarrow ? Code.Cast("double", element) : element;
        }
        if (LaneTypes.Provides(property.Property.ContainingType))
            return LaneConstant(property);
        IMethodSymbol? getter = property.Property.GetMethod is { } get ? StaticAbstract.Resolve(get, property.ConstrainedToType, scope.Types) : null;
        if (getter is null || !PropertyBody.Exists(getter))
            return Refuse(Rules.Call, property, property.Property.ToDisplayString(), "make it a const, or a static property with an expression body");
        TranslatedFunction? function = scope.Context.Functions.Of(getter, scope.Types, property.Syntax);
        return Code.Call(function?.Name ?? "0");
    }

    private Code LaneConstant(IPropertyReferenceOperation property) => property.Property.Name switch
    {
        "Lanes" => Code.Primary("1 /* lane */"),
        "RoundingMagic" => Code.Primary("GR_ROUNDING_MAGIC"),
        "ExpUnderflow" => Code.Primary("GR_EXP_UNDERFLOW"),
        "ExpOverflow" => Code.Primary("GR_EXP_OVERFLOW"),
        _ => Refuse(Rules.Call, property, property.Property.ToDisplayString(), "go through Reals, Words or Stored"),
    };

    private string MemoryArgument(IArgumentOperation argument, bool isWritten)
    {
        IOperation value = argument.Value;
        if (value is not IParameterReferenceOperation { Parameter: var parameter })
            return Refuse(Rules.Memory, value, "is a parameter, and nothing else", "name the parameter here").Text;
        if (isWritten)
            scope.Written.Add(parameter.Ordinal);
        return scope.NameOf(parameter);
    }
}

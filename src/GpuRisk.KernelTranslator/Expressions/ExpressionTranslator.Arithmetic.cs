using GpuRisk.KernelTranslator.Diagnostics;
using GpuRisk.KernelTranslator.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GpuRisk.KernelTranslator.Expressions;

internal sealed partial class ExpressionTranslator
{
    private Code Binary(IBinaryOperation operation)
    {
        if (operation.IsChecked)
            return Checked(operation);
        if (operation.OperatorMethod is { } method && !IsPlainOperator(method))
            return Refuse(Rules.Call, operation, method.ToDisplayString(), "write a static method with a name");
        DeviceType type = scope.TypeOf(operation.LeftOperand.Type, operation.LeftOperand.Syntax);
        if (type.IsStruct)
            return Refuse(Rules.Construct, operation, "An operator on structs", "compare or combine the fields");
        return Combine(operation, operation.OperatorKind, type, Value(operation.LeftOperand), Value(operation.RightOperand));
    }

    /// <summary>left op right, where the operands are already in C: what a compound assignment and an increment are made of, too.</summary>
    public Code Combine(IOperation at, BinaryOperatorKind kind, DeviceType type, Operand left, Operand right)
    {
        if (SignOf(kind) is not { } sign || (kind == BinaryOperatorKind.Remainder && !type.IsInteger))
            return Refuse(Rules.Construct, at, "This operator", "write it out in additions, multiplications and comparisons");
        if (kind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift)
            return Shift(kind, sign, type, left, right);
        if (NeedsFunction(kind, type, left, right) is { } function)
            return Code.Call("gr_" + function + type.Suffix, left.Narrow.Text, right.Narrow.Text);
        return Code.Binary(left.Code, sign, right.Narrow);
    }

    public Operand Value(IOperation operation) => new(
        Of(operation), Converted(operation), Magnitude.Of(operation, scope), operation.ConstantValue.HasValue ? operation.ConstantValue.Value : null);

    private static Code Shift(BinaryOperatorKind kind, string sign, DeviceType type, Operand left, Operand right)
    {
        bool isRight = kind != BinaryOperatorKind.LeftShift;
        // On unsigned integers both right shifts are one.
        bool isPlain = !type.IsSigned || kind == BinaryOperatorKind.RightShift;
        if (right.Constant is int count && isPlain)
            return Code.Binary(left.Code, isRight ? ">>" : "<<", Code.Literal((count & (type.Bits - 1)).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        string function = kind == BinaryOperatorKind.LeftShift ? "gr_shl" : isPlain ? "gr_shr" : "gr_ushr";
        return Code.Call(function + type.Suffix, left.Narrow.Text, right.Code.Text);
    }

    /// <summary>The prelude's function where C's operator could overflow or trap; null where it cannot.</summary>
    private static string? NeedsFunction(BinaryOperatorKind kind, DeviceType type, Operand left, Operand right)
    {
        if (!type.IsInteger)
            return null;
        bool fits = !type.IsSigned || (Magnitude.OfBinary(kind, left.Size, right.Size) is { } size && Magnitude.Fits(size, type));
        return kind switch
        {
            BinaryOperatorKind.Add => fits ? null : "add",
            BinaryOperatorKind.Subtract => fits ? null : "sub",
            BinaryOperatorKind.Multiply => fits ? null : "mul",
            BinaryOperatorKind.Divide => IsSafeDivisor(right) ? null : "div",
            BinaryOperatorKind.Remainder => IsSafeDivisor(right) ? null : "rem",
            _ => null,
        };
    }

    private static bool IsSafeDivisor(Operand divisor) => divisor.Constant is not (null or 0 or -1 or 0L or -1L or 0u or 0UL);

    private Code Unary(IUnaryOperation operation)
    {
        if (operation.IsChecked)
            return Checked(operation);
        if (operation.OperatorMethod is { } method && !IsPlainOperator(method))
            return Refuse(Rules.Call, operation, method.ToDisplayString(), "write a static method with a name");
        DeviceType type = scope.TypeOf(operation.Operand.Type, operation.Operand.Syntax);
        switch (operation.OperatorKind)
        {
            case UnaryOperatorKind.Plus:
                return Of(operation.Operand);
            case UnaryOperatorKind.Minus when type.IsInteger:
                return Code.Call("gr_sub" + type.Suffix, "0", Converted(operation.Operand).Text);
            case UnaryOperatorKind.Minus:
                return Code.Prefix("-", Of(operation.Operand));
            case UnaryOperatorKind.Not:
                return Code.Prefix("!", Of(operation.Operand));
            case UnaryOperatorKind.BitwiseNegation:
                return Code.Prefix("~", Of(operation.Operand));
            default:
                return Refuse(Rules.Construct, operation, "This operator", "write it out in other operators");
        }
    }

    private Code Conversion(IConversionOperation conversion, bool isAlone)
    {
        if (conversion.IsChecked)
            return Checked(conversion);
        if (conversion.OperatorMethod is { } method)
            return Refuse(Rules.Call, conversion, method.ToDisplayString(), "write a static method with a name");
        Code value = Of(conversion.Operand, isAlone);
        DeviceType from = scope.TypeOf(conversion.Operand.Type, conversion.Operand.Syntax);
        DeviceType to = scope.TypeOf(conversion.Type, conversion.Syntax);
        if (from == to || from == DeviceType.Refused || to == DeviceType.Refused)
            return value;
        if (from == DeviceType.Double && to.IsInteger)
            return Code.Call("gr_to_" + to.Name.Replace("gr_", ""), value.Text);
        return Code.Cast(to.Name, value);
    }

    private Code Checked(IOperation operation) =>
        Refuse(Rules.Construct, operation, "Checked arithmetic, which throws,", "write unchecked arithmetic, and check its operands");

    // Operators of lanes, and those that the framework declares on its own numbers.
    private static bool IsPlainOperator(IMethodSymbol method) => LaneTypes.Provides(method.ContainingType) || Primitive.Of(method.ContainingType) is not null;

    private static string? SignOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => "+",
        BinaryOperatorKind.Subtract => "-",
        BinaryOperatorKind.Multiply => "*",
        BinaryOperatorKind.Divide => "/",
        BinaryOperatorKind.Remainder => "%",
        BinaryOperatorKind.LeftShift => "<<",
        BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift => ">>",
        BinaryOperatorKind.And => "&",
        BinaryOperatorKind.Or => "|",
        BinaryOperatorKind.ExclusiveOr => "^",
        BinaryOperatorKind.ConditionalAnd => "&&",
        BinaryOperatorKind.ConditionalOr => "||",
        BinaryOperatorKind.Equals => "==",
        BinaryOperatorKind.NotEquals => "!=",
        BinaryOperatorKind.LessThan => "<",
        BinaryOperatorKind.LessThanOrEqual => "<=",
        BinaryOperatorKind.GreaterThan => ">",
        BinaryOperatorKind.GreaterThanOrEqual => ">=",
        _ => null,
    };
}

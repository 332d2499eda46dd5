using System.Numerics;
using GpuRisk.KernelTranslator.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GpuRisk.KernelTranslator.Expressions;

/// <summary>
/// Bounds the size of integers. Where sums and products of narrower integers cannot overflow, the plain operator of C means what C# means.
/// </summary>
internal static class Magnitude
{
    /// <summary>The value lies between minus this and this.</summary>
    public static BigInteger Of(IOperation operation, FunctionScope scope)
    {
        BigInteger full = Full(operation.Type);
        if (operation.ConstantValue is { HasValue: true, Value: { } constant })
            return OfConstant(constant) ?? full;
        BigInteger size = operation switch
        {
            IConversionOperation { Operand: { Type: { } narrow } from, Type: { } wide } when Widens(narrow, wide) => Of(from, scope),
            ILocalReferenceOperation l => scope.MagnitudeOf(l.Local) ?? full,
            IBinaryOperation b => OfBinary(b.OperatorKind, Of(b.LeftOperand, scope), Of(b.RightOperand, scope)) ?? full,
            IConditionalOperation { WhenFalse: { } no } c => BigInteger.Max(Of(c.WhenTrue, scope), Of(no, scope)),
            _ => full,
        };
        return BigInteger.Min(size, full);
    }

    /// <summary>Of the result, should it fit; null where nothing is known.</summary>
    public static BigInteger? OfBinary(BinaryOperatorKind kind, BigInteger left, BigInteger right) => kind switch
    {
        BinaryOperatorKind.Add or BinaryOperatorKind.Subtract => left + right,
        BinaryOperatorKind.Multiply => left * right,
        _ => null,
    };

    /// <summary>True where no value of that size leaves the type.</summary>
    public static bool Fits(BigInteger size, DeviceType type) => size < BigInteger.One << (type.Bits - 1);

    /// <summary>True where every value of the narrow integer is one of the wide.</summary>
    public static bool Widens(ITypeSymbol narrow, ITypeSymbol wide) =>
        Primitive.Of(narrow) is { Bits: 32 } from && Primitive.Of(wide) is { Bits: 64 } to && (to.IsSigned || !from.IsSigned);

    private static BigInteger Full(ITypeSymbol? type) => type is not null && Primitive.Of(type) is { IsInteger: true } integer
        ? BigInteger.One << (integer.IsSigned ? integer.Bits - 1 : integer.Bits)
        : BigInteger.One << 64;

    private static BigInteger? OfConstant(object constant) => constant switch
    {
        int i => BigInteger.Abs(i),
        uint u => u,
        long l => BigInteger.Abs(l),
        ulong u => u,
        _ => null,
    };
}

using System.Numerics;

namespace GpuRisk.KernelTranslator.Expressions;

/// <summary>One side of an operator.</summary>
internal readonly struct Operand
{
    public Operand(Code code, Code narrow, BigInteger size, object? constant)
    {
        Code = code;
        Narrow = narrow;
        Size = size;
        Constant = constant;
    }

    public Code Code { get; }

    /// <summary>The same without a widening that C does by itself.</summary>
    public Code Narrow { get; }

    /// <summary>See <see cref="Magnitude"/>.</summary>
    public BigInteger Size { get; }

    public object? Constant { get; }
}

using Microsoft.CodeAnalysis;

namespace GpuRisk.KernelTranslator.Diagnostics;

/// <summary>What to write instead of a call that no device can make.</summary>
internal static class CallAdvice
{
    public static string For(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
            return "make it a static method of the class";
        if (method.ContainingType.TypeKind == TypeKind.Interface)
            return "name the type argument that implements it by [KernelInstance]";
        return (method.ContainingType.ToDisplayString(), method.Name) switch
        {
            ("System.Math", "Exp" or "Log" or "Pow") => "use RealMath, whose bits are the same everywhere",
            ("System.Math", "Min" or "Max") => "write a < b ? a : b, which says what NaN and zeros of two signs give",
            ("System.Math", "Abs") => "write x < 0 ? -x : x",
            ("System.Math" or "System.MathF", _) => "build it from Math.FusedMultiplyAdd, Math.Sqrt and arithmetic",
            ("System.Console", _) => "write to memory, and print on the host",
            _ => "write a static method in this project: of other assemblies only Math, BitOperations and BitConverter are known, in part",
        };
    }

    public static string ForInstance(IMethodSymbol method) => method.MethodKind == MethodKind.DelegateInvoke
        ? "choose the function by a type argument: a struct that implements an interface with static abstract methods"
        : "write a static method that takes the value as a parameter";
}

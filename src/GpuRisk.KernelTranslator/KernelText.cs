using System.Collections.Generic;
using System.Linq;
using GpuRisk.KernelTranslator.Diagnostics;
using GpuRisk.KernelTranslator.Statements;
using GpuRisk.KernelTranslator.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GpuRisk.KernelTranslator;

/// <summary>An entry point in C, and its signature in C#.</summary>
internal sealed class KernelText
{
    private KernelText(string text, string signature)
    {
        Text = text;
        Signature = signature;
    }

    public string Text { get; }

    /// <summary>The expression that creates its KernelSignature.</summary>
    public string Signature { get; }

    public static KernelText Of(KernelInstance kernel, TranslationContext context)
    {
        FunctionBody body = FunctionBody.Of(context, kernel.Method, kernel.Types);
        bool hasRows = Check(kernel.Method, body.Scope);
        IParameterSymbol[] parameters = [.. kernel.Method.Parameters.Skip(hasRows ? 2 : 1)];
        string[] declared = [.. parameters.Select(p => ParameterText.OfKernel(p, body.Scope))];
        string head = "GR_KERNEL void " + kernel.Entry + "("
            + string.Join(", ", declared.Prepend(hasRows ? "int gr_items, int gr_first_row, int gr_rows" : "int gr_items, int gr_first_item")) + ")";
        string text = "/* " + kernel.Name + " */\n" + LineWidth.Fold(head) + "\n{\n" + Position(hasRows) + body.Text + "}\n";
        string taken = string.Join(", ", parameters.Select(p => Parameter(p, body.Scope)));
        string signature = $"new(\"{kernel.Name}\", \"{kernel.Entry}\", {(hasRows ? "true" : "false")}, [{taken}])";
        return new KernelText(text, signature);
    }

    /// <summary>Work groups are whole, so the last may reach past the items and rows.</summary>
    private static string Position(bool hasRows) => hasRows
        ? "    int item = gr_id_x();\n    int gr_id = gr_id_y();\n    if ((uint)item >= (uint)gr_items || (uint)gr_id >= (uint)gr_rows)\n    {\n        return;\n    }\n    int row = gr_add32(gr_first_row, gr_id);\n"
        : "    int gr_id = gr_id_x();\n    if ((uint)gr_id >= (uint)gr_items)\n    {\n        return;\n    }\n    int item = gr_add32(gr_first_item, gr_id);\n";

    /// <summary>True where the kernel has rows.</summary>
    private static bool Check(IMethodSymbol method, FunctionScope scope)
    {
        void Refuse(ISymbol at, string message) => scope.Refuse(Rules.Kernel, at.Locations[0], message);

        if (!method.IsStatic || !method.ReturnsVoid)
            Refuse(method, "A kernel is a static method that returns nothing; write results to memory");
        if (method.ContainingType.IsGenericType)
            Refuse(method, "A kernel is a method of a class without type parameters; give them to the method");
        if (method.Parameters.Length == 0 || method.Parameters[0] is not { Name: "item", Type.SpecialType: SpecialType.System_Int32, RefKind: RefKind.None })
            Refuse(method, "A kernel's first parameter is the work item; write 'int item'");
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None || (!MemoryType.Is(parameter.Type) && Kind(parameter, scope) is null))
                Refuse(parameter, $"'{parameter.Name}' cannot be passed at a launch; use int, uint, long, ulong, double or memory, by value");
        }
        return method.Parameters.Length > 1 && method.Parameters[1] is { Name: "row", Type.SpecialType: SpecialType.System_Int32 };
    }

    private static string Parameter(IParameterSymbol parameter, FunctionScope scope)
    {
        MemoryType? memory = MemoryType.Is(parameter.Type) ? ParameterText.Memory(parameter, scope) : null;
        string element = memory is null ? "null" : "\"" + memory.Element.Replace("gr_", "") + "\"";
        string kind = memory is null ? Kind(parameter, scope) ?? "Int" : "Buffer";
        string written = scope.Written.Contains(parameter.Ordinal) ? "true" : "false";
        return $"new({SymbolDisplay.FormatLiteral(parameter.Name, quote: true)}, KernelParameterKind.{kind}, {element}, {written})";
    }

    private static string? Kind(IParameterSymbol parameter, FunctionScope scope) => scope.Types.Resolve(parameter.Type).SpecialType switch
    {
        SpecialType.System_Int32 => "Int",
        SpecialType.System_UInt32 => "UInt",
        SpecialType.System_Int64 => "Long",
        SpecialType.System_UInt64 => "ULong",
        SpecialType.System_Double => "Double",
        _ => null,
    };
}

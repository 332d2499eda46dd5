using Microsoft.CodeAnalysis;

namespace GpuRisk.KernelTranslator.Diagnostics;

/// <summary>What a kernel may not do. Each message says what to write instead.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor Kernel = Rule("GR0001", "The kernel cannot be launched", "{0}");

    public static readonly DiagnosticDescriptor Type = Rule("GR0002", "The type does not exist on a device", "The type '{0}' does not exist on a device; {1}");

    public static readonly DiagnosticDescriptor Construct = Rule("GR0003", "The construct does not exist on a device", "{0} cannot run on a device; {1}");

    public static readonly DiagnosticDescriptor Call = Rule("GR0004", "The member cannot be used on a device", "'{0}' cannot be used on a device; {1}");

    public static readonly DiagnosticDescriptor Effect = Rule(
        "GR0005", "An effect inside an expression", "{0} inside a larger expression has no order on a device; {1}");

    public static readonly DiagnosticDescriptor Recursion = Rule("GR0006", "Recursion", "'{0}' calls itself, which a device cannot; write a loop");

    public static readonly DiagnosticDescriptor Instance = Rule("GR0007", "The kernel's type arguments are not known", "{0}");

    public static readonly DiagnosticDescriptor Memory = Rule("GR0008", "Device memory is a parameter", "Device memory {0}; {1}");

    private static DiagnosticDescriptor Rule(string id, string title, string message) =>
        new(id, title, message, "GpuRisk.Kernels", DiagnosticSeverity.Error, isEnabledByDefault: true);
}

using System.Collections.Generic;
using System.Threading;
using GpuRisk.KernelTranslator.Diagnostics;
using GpuRisk.KernelTranslator.Types;
using Microsoft.CodeAnalysis;

namespace GpuRisk.KernelTranslator;

/// <summary>What the translation of one compilation has gathered so far.</summary>
internal sealed class TranslationContext
{
    private readonly HashSet<Refusal> seen = [];
    private readonly List<Refusal> refusals = [];

    public TranslationContext(Compilation compilation, CancellationToken cancellation)
    {
        Compilation = compilation;
        Cancellation = cancellation;
        Structs = new StructTable(this);
        Functions = new FunctionTable(this);
    }

    public Compilation Compilation { get; }

    public CancellationToken Cancellation { get; }

    public NameTable Names { get; } = new();

    public StructTable Structs { get; }

    public FunctionTable Functions { get; }

    public IReadOnlyList<Refusal> Refusals => refusals;

    /// <summary>Some method has errors of C#, which the compiler reports by itself.</summary>
    public bool HasForeignErrors { get; set; }

    /// <summary>A function instantiated twice has its errors once.</summary>
    public void Refuse(DiagnosticDescriptor rule, Location at, params string[] words)
    {
        var refusal = new Refusal(rule, at, words);
        if (seen.Add(refusal))
            refusals.Add(refusal);
    }
}

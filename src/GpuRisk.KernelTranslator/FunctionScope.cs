using System.Collections.Generic;
using System.Numerics;
using GpuRisk.KernelTranslator.Diagnostics;
using GpuRisk.KernelTranslator.Types;
using Microsoft.CodeAnalysis;

namespace GpuRisk.KernelTranslator;

/// <summary>What holds inside one function: its names, its types, and what it does to its parameters.</summary>
internal sealed class FunctionScope
{
    private readonly NameTable names = new();
    private readonly HashSet<ISymbol> changed;
    private readonly Dictionary<ISymbol, BigInteger> magnitudes = new(SymbolEqualityComparer.Default);
    private int discards;

    public FunctionScope(TranslationContext context, IMethodSymbol method, TypeArguments types, HashSet<ISymbol> changed)
    {
        Context = context;
        Method = method;
        Types = types;
        this.changed = changed;
    }

    public TranslationContext Context { get; }

    public IMethodSymbol Method { get; }

    public TypeArguments Types { get; }

    /// <summary>Ordinals of the parameters whose memory the function writes, itself or through what it calls.</summary>
    public HashSet<int> Written { get; } = [];

    /// <summary>The method has errors of C#.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Declarations that must precede the statement in hand: its out variables.</summary>
    public List<string> Hoisted { get; } = [];

    public string NameOf(ISymbol variable) => names.Of(variable.Name, Names.Variable(variable.Name));

    public string Discard() => "gr_discard" + discards++;

    /// <summary>True where the variable is assigned, or passed by reference, after its declaration.</summary>
    public bool IsChanged(ISymbol variable) => changed.Contains(variable);

    /// <summary>Remembers that the variable, never changed, is no larger.</summary>
    public void SetMagnitude(ISymbol variable, BigInteger size)
    {
        if (!IsChanged(variable))
            magnitudes[variable] = size;
    }

    public BigInteger? MagnitudeOf(ISymbol variable) => magnitudes.TryGetValue(variable, out BigInteger size) ? size : null;

    /// <summary>The type on a device; refused where there is none.</summary>
    public DeviceType TypeOf(ITypeSymbol? type, SyntaxNode at)
    {
        if (type is null)
            return DeviceType.Refused;
        ITypeSymbol resolved = Types.Resolve(type);
        DeviceType? known = resolved.SpecialType == SpecialType.System_Void ? DeviceType.Void
            : Primitive.Of(resolved) ?? LaneTypes.Of(resolved) ?? Context.Structs.Of(resolved, at.GetLocation());
        if (known is not null)
            return known;
        Refuse(Rules.Type, at, resolved.ToDisplayString(), TypeAdvice.For(resolved));
        return DeviceType.Refused;
    }

    public void Refuse(DiagnosticDescriptor rule, SyntaxNode at, params string[] words) => Refuse(rule, at.GetLocation(), words);

    public void Refuse(DiagnosticDescriptor rule, Location at, params string[] words)
    {
        // What is not C# is the compiler's to report; a second opinion would only confuse.
        if (!IsBroken)
            Context.Refuse(rule, at, words);
    }
}

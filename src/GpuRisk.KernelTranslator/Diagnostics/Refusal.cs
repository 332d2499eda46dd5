using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GpuRisk.KernelTranslator.Diagnostics;

/// <summary>One error, free of the compilation it was found in, so that equal results are seen to be equal.</summary>
internal sealed class Refusal : IEquatable<Refusal>
{
    private readonly DiagnosticDescriptor rule;
    private readonly string[] words;
    private readonly string path;
    private readonly TextSpan span;
    private readonly LinePositionSpan lines;

    public Refusal(DiagnosticDescriptor rule, Location at, string[] words)
    {
        this.rule = rule;
        this.words = words;
        FileLinePositionSpan position = at.GetLineSpan();
        path = position.Path ?? "";
        span = at.SourceSpan;
        lines = position.Span;
    }

    public Diagnostic Report() => Diagnostic.Create(rule, Location.Create(path, span, lines), [.. words]);

    public bool Equals(Refusal? other) => other is not null && Key == other.Key;

    public override bool Equals(object? obj) => Equals(obj as Refusal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    private string Key => rule.Id + "|" + path + "|" + span + "|" + lines + "|" + string.Join("|", words);
}

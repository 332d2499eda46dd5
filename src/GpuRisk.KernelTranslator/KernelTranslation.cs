using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using GpuRisk.KernelTranslator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GpuRisk.KernelTranslator;

/// <summary>What a compilation's kernels become: a source file, or the reasons why not.</summary>
internal sealed class KernelTranslation : IEquatable<KernelTranslation>
{
    private KernelTranslation(string? source, IReadOnlyList<Refusal> refusals)
    {
        Source = source;
        Refusals = refusals;
    }

    /// <summary>The source to add; null where there are no kernels.</summary>
    public string? Source { get; }

    public IReadOnlyList<Refusal> Refusals { get; }

    public static KernelTranslation Of(Compilation compilation, CancellationToken cancellation)
    {
        var context = new TranslationContext(compilation, cancellation);
        IReadOnlyList<KernelInstance> kernels = KernelSet.Of(context);
        if (kernels.Count == 0 && context.Refusals.Count == 0)
            return new KernelTranslation(null, []);
        // Entries come first in the table of names, so that no function takes one away.
        foreach (KernelInstance kernel in kernels)
            context.Names.Of("kernel|" + kernel.Name, kernel.Entry);
        KernelText[] texts = [.. kernels.Select(k => KernelText.Of(k, context))];
        if (context.HasForeignErrors || context.Refusals.Count > 0)
            return new KernelTranslation(KernelSourceText.Empty, context.Refusals);
        string body = context.Structs.Text + context.Functions.Text + string.Join("\n", texts.Select(t => t.Text));
        return new KernelTranslation(KernelSourceText.Of(body, texts.Select(t => t.Signature)), []);
    }

    public bool Equals(KernelTranslation? other) => other is not null && Source == other.Source && Refusals.SequenceEqual(other.Refusals);

    public override bool Equals(object? obj) => Equals(obj as KernelTranslation);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Source ?? "");
}

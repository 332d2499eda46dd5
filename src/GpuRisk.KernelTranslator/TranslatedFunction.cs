using System.Collections.Generic;

namespace GpuRisk.KernelTranslator;

/// <summary>A function in C, and what its callers need to know.</summary>
internal sealed class TranslatedFunction
{
    public TranslatedFunction(string name, string text, HashSet<int> written, bool hasEffects)
    {
        Name = name;
        Text = text;
        Written = written;
        HasEffects = hasEffects;
    }

    public string Name { get; }

    public string Text { get; }

    /// <summary>Ordinals of the parameters whose memory it writes.</summary>
    public HashSet<int> Written { get; }

    /// <summary>It writes memory or variables of its caller.</summary>
    public bool HasEffects { get; }
}

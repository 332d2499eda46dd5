using System.Collections.Generic;

namespace GpuRisk.KernelTranslator;

/// <summary>Gives each thing a name of its own: a second thing of the same name gets a number.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, string> names = [];
    private readonly HashSet<string> taken = [];

    public string Of(string key, string wish)
    {
        if (names.TryGetValue(key, out string? name))
            return name;
        name = wish;
        for (int number = 2; !taken.Add(name); number++)
            name = wish + "_" + number;
        names.Add(key, name);
        return name;
    }
}

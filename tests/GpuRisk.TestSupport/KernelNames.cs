using System.Reflection;
using GpuRisk.Kernels;

namespace GpuRisk.TestSupport;

/// <summary>The names of all kernels, as launches have them: one an instance.</summary>
public static class KernelNames
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(KernelAttribute).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => m.IsDefined(typeof(KernelAttribute)))
            .SelectMany(NamesOf),
    ];

    private static IEnumerable<string> NamesOf(MethodInfo kernel)
    {
        string name = $"{kernel.DeclaringType!.Name}.{kernel.Name}";
        string[] instances = [.. kernel.GetCustomAttributes<KernelInstanceAttribute>().Select(i => name + "." + string.Join('.', i.Arguments.Select(a => a.Name)))];
        return instances.Length == 0 ? [name] : instances;
    }
}

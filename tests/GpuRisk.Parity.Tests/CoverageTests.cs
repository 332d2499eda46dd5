using System.Reflection;
using GpuRisk.Accelerators;
using GpuRisk.Kernels;
using GpuRisk.Kernels.Lanes;
using GpuRisk.Parity.Probe;

namespace GpuRisk.Parity.Tests;

public sealed class CoverageTests
{
    private static readonly string[] Kernels =
    [
        .. typeof(KernelAttribute).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => m.IsDefined(typeof(KernelAttribute)))
            .SelectMany(NamesOf),
    ];

    [Fact]
    public void Every_kernel_has_a_parity_case()
    {
        Assert.NotEmpty(Kernels);
        Assert.Empty(Kernels.Except(ParityCase.All.Select(c => c.Name)));
    }

    [Fact]
    public void Every_launch_is_named_after_a_kernel_and_every_kernel_has_a_launch()
    {
        string[] launches =
        [
            .. typeof(ILaunch).Assembly.GetTypes()
                .Where(t => t.IsValueType && t.IsAssignableTo(typeof(ILaunch)))
                .SelectMany(Closed)
                .Select(t => (string)t.GetProperty(nameof(ILaunch.Kernel))!.GetValue(null)!),
        ];
        Assert.Equal(Kernels.Order(), launches.Order());
    }

    private static IEnumerable<string> NamesOf(MethodInfo kernel)
    {
        string name = $"{kernel.DeclaringType!.Name}.{kernel.Name}";
        string[] instances = [.. kernel.GetCustomAttributes<KernelInstanceAttribute>().Select(i => name + "." + string.Join('.', i.Arguments.Select(a => a.Name)))];
        return instances.Length == 0 ? [name] : instances;
    }

    /// <summary>A generic launch over every type that its constraint admits.</summary>
    private static IEnumerable<Type> Closed(Type launch)
    {
        if (!launch.IsGenericTypeDefinition)
            return [launch];
        Type constraint = launch.GetGenericArguments()[0].GetGenericParameterConstraints().Single(c => c.IsInterface);
        return constraint.Assembly.GetTypes().Where(t => t.IsValueType && t.IsAssignableTo(constraint)).Select(t => launch.MakeGenericType(t));
    }

    [Fact]
    public void No_two_cases_share_a_name() =>
        Assert.Equal(ParityCase.All.Count, ParityCase.All.Select(c => c.Name).Distinct().Count());
}

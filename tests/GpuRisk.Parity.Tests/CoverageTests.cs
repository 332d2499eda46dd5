using GpuRisk.Accelerators;
using GpuRisk.Parity.Probe;

namespace GpuRisk.Parity.Tests;

public sealed class CoverageTests
{
    [Fact]
    public void Every_kernel_has_a_parity_case()
    {
        Assert.NotEmpty(KernelNames.All);
        Assert.Empty(KernelNames.All.Except(ParityCase.All.Select(c => c.Name)));
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
        Assert.Equal(KernelNames.All.Order(), launches.Order());
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

using GpuRisk.Accelerators;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin.Sampling;
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

    [Fact]
    public void Every_kind_of_model_has_a_pipeline()
    {
        Type[] kinds = [.. typeof(ScenarioModel).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(ScenarioModel)) && !t.IsAbstract)];
        Assert.NotEmpty(kinds);
        Assert.Empty(kinds.Except(SmallModels.Names.Select(name => SmallModels.Of(name, 1).GetType())));
        EllipticalModel[] elliptical = [.. SmallModels.Names.Select(name => SmallModels.Of(name, 1)).OfType<EllipticalModel>()];
        Assert.Equal(
            [(false, false, 1), (true, false, 1), (true, true, 1), (false, false, 2), (true, false, 2), (true, true, 2)],
            elliptical.Select(m => (m.DegreesOfFreedom is not null, m.MarginalDegreesOfFreedom is not null, Math.Min(2, m.Steps))).Distinct()
                .OrderBy(k => k.Item3).ThenBy(k => k.Item1).ThenBy(k => k.Item2));
    }

    [Fact]
    public void Every_model_has_a_pipeline_under_every_method_of_sampling_that_suits_it()
    {
        var names = ParityCase.All.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        foreach (string name in SmallModels.Names)
        {
            foreach (SamplingMethod method in Enum.GetValues<SamplingMethod>())
            {
                var settings = new BookSettings { Simulation = new SimulationSettings { Sampling = new SamplingSettings { Method = method } } };
                bool suits = SamplingRules.WhyNot(settings, SmallModels.Of(name, 1), accounts: 1) is null;
                Assert.True(suits == names.Contains(PipelineCases.NameOf(name, method)), $"{name}, {method}: it suits: {suits}");
            }
        }
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

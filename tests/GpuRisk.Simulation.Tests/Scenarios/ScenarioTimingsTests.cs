using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Simulation.Scenarios;
using GpuRisk.Simulation.Scenarios.Normals;

namespace GpuRisk.Simulation.Tests.Scenarios;

public sealed class ScenarioTimingsTests
{
    [Fact]
    public void The_time_of_every_kernel_that_draws_is_counted()
    {
        const int factors = 3, count = 4_096;
        EllipticalModel model = TestModels.Elliptical(factors);
        double[] unit = [.. Enumerable.Range(0, factors * factors).Select(i => i % (factors + 1) == 0 ? 1.0 : 0)];
        foreach (ScenarioModel drawn in TestModels.All())
            AllIsCounted(count, a => ScenarioStages.Create(a, drawn, new SimulationSettings()));
        AllIsCounted(count, a => new GivenScenarios(a, new ShockMatrix(model.Factors, count, new double[factors * count], "given")));
        AllIsCounted(count, a => new EllipticalScenarios(a, model, new AntitheticNormals(factors, 1)));
        AllIsCounted(count, a => new EllipticalScenarios(a, model, new SobolNormals(a, factors, 1, count, 16, 1), unit));
        AllIsCounted(count, a => new EllipticalScenarios(a, model, new TiltedNormals(a, new PhiloxNormals(factors, 1), [1, 0, 0], [1, 1, 1]), unit));
    }

    private static void AllIsCounted(int count, Func<Accelerator, IScenarioStage> stageOf)
    {
        using Accelerator accelerator = new CpuAccelerator(1);
        using IScenarioStage stage = stageOf(accelerator);
        using DeviceBuffer<uint> numbers = accelerator.Upload<uint>([.. Enumerable.Range(0, count).Select(i => (uint)i)]);
        using DeviceBuffer<double> scratch = accelerator.Allocate<double>(Math.Max(1, (long)stage.ScratchRows * count));
        using DeviceBuffer<double> shocks = accelerator.Allocate<double>((long)stage.Factors.Count * count);
        accelerator.ForEach(1, (queue, _) => stage.Launch(queue, numbers, 0, count, count, scratch, shocks), CancellationToken.None);
        Assert.NotEmpty(accelerator.KernelSeconds);
        Assert.Equal(accelerator.KernelSeconds.Values.Sum(), SimulationTimings.Of(accelerator).Scenarios, Tolerance.Rounding);
    }
}

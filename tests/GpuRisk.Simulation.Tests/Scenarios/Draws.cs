using GpuRisk.Accelerators;
using GpuRisk.Accelerators.Cpu;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Simulation.Tests.Scenarios;

/// <summary>Shocks of numbered scenarios, factor by factor.</summary>
internal static class Draws
{
    public static double[][] First(ScenarioModel model, int count, ulong seed = 1) => Of(model, seed, [.. Enumerable.Range(0, count).Select(i => (uint)i)]);

    public static double[][] Of(ScenarioModel model, ulong seed, uint[] numbers) =>
        Of(numbers, accelerator => ScenarioStages.Create(accelerator, model, new SimulationSettings { Seed = seed }));

    public static double[][] Of(uint[] numbers, Func<Accelerator, IScenarioStage> stageOf)
    {
        using Accelerator accelerator = new CpuAccelerator(1);
        using IScenarioStage stage = stageOf(accelerator);
        int unit = accelerator.ItemGranularity, factors = stage.Factors.Count;
        int stride = (numbers.Length + unit - 1) / unit * unit;
        uint[] padded = [.. numbers, .. Enumerable.Repeat(numbers[^1], stride - numbers.Length)];
        using DeviceBuffer<uint> held = accelerator.Upload<uint>(padded);
        using DeviceBuffer<double> scratch = accelerator.Allocate<double>(Math.Max(1, (long)stage.ScratchRows * stride));
        using DeviceBuffer<double> shocks = accelerator.Allocate<double>((long)factors * stride);
        accelerator.ForEach(1, (queue, _) => stage.Launch(queue, held, 0, numbers.Length, stride, scratch, shocks), CancellationToken.None);
        var drawn = new double[factors][];
        for (int f = 0; f < factors; f++)
        {
            drawn[f] = new double[numbers.Length];
            accelerator.Read(shocks, (long)f * stride, drawn[f].AsSpan());
        }
        return drawn;
    }

    /// <summary>Four standard errors of a relative frequency.</summary>
    public static double FourErrors(double chance, int draws) => 4 * Math.Sqrt(chance * (1 - chance) / draws);
}

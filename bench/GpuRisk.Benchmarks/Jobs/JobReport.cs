using System.Globalization;
using System.Text.Json;
using GpuRisk.Simulation;

namespace GpuRisk.Benchmarks.Jobs;

/// <summary>A job's result as text for people, or as JSON whose members are added to and never renamed.</summary>
internal static class JobReport
{
    public static void WriteText(TextWriter output, JobResult result, JobCheck check)
    {
        JobSize size = result.Size;
        JobSeconds best = result.Best;
        SimulationTimings stages = best.Stages;
        Line(output, $"job {size.Name}: {size.Instruments} instruments, {size.Scenarios} scenarios, {size.Accounts} accounts");
        Line(output, $"{result.Accelerator}, {result.Precision.Name()}; tiles of {result.Plan.Tile} scenarios in blocks of {result.Plan.Block}");
        Line(output, $"");
        foreach (JobCheckLine line in check.Lines)
            WriteCheck(output, line);
        if (!check.Repeatable)
            Line(output, $"repeats differ in their figures  WRONG");
        Line(output, $"");
        Line(output, $"end-to-end      best {best.Total:F6} s, median {result.MedianTotal:F6} s of {result.Repeats.Count} (shocks on the host to VaR and ES)");
        Line(output, $"  transfer      {best.Transfer:F6} s (shocks to the device)");
        Line(output, $"  scenarios     {stages.Scenarios:F6} s (kernels: mean of the threads)");
        Line(output, $"  revaluation   {stages.Revaluation:F6} s");
        Line(output, $"  aggregation   {stages.Aggregation:F6} s");
        Line(output, $"  tail          {stages.Tail:F6} s");
        Line(output, $"  figures       {best.Figures:F6} s (tails to VaR and ES)");
        Line(output, $"prices/s        {result.PricesPerSecond:0.000E+0} (plain options, at their share of the option kernel's seconds)");
        Line(output, $"build           {result.BuildSeconds:F6} s (kernels for the device, before the clock)");
        Line(output, $"prepare         {result.PrepareSeconds:F6} s (book to the device, before the clock)");
        Line(output, $"peak memory     {result.PeakMemoryBytes / 1e6:F0} MB");
    }

    public static void WriteJson(Stream output, JobResult result)
    {
        JobSeconds best = result.Best;
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("job", result.Size.Name);
        json.WriteString("accelerator", result.Accelerator);
        json.WriteString("precision", result.Precision.Name());
        json.WriteNumber("threads", result.Threads);
        json.WriteNumber("sumVaR", result.Figures.SumVar);
        json.WriteNumber("sumES", result.Figures.SumEs);
        json.WriteNumber("var0", result.Figures.Var0);
        json.WriteNumber("es0", result.Figures.Es0);
        json.WriteNumber("pricesPerSecond", result.PricesPerSecond);
        json.WriteStartObject("seconds");
        json.WriteNumber("transfer", best.Transfer);
        json.WriteNumber("scenarios", best.Stages.Scenarios);
        json.WriteNumber("revaluation", best.Stages.Revaluation);
        json.WriteNumber("aggregation", best.Stages.Aggregation);
        json.WriteNumber("tail", best.Stages.Tail);
        json.WriteNumber("figures", best.Figures);
        json.WriteNumber("total", best.Total);
        json.WriteNumber("medianTotal", result.MedianTotal);
        json.WriteNumber("prepare", result.PrepareSeconds);
        json.WriteNumber("build", result.BuildSeconds);
        json.WriteEndObject();
        json.WriteNumber("peakMemoryBytes", result.PeakMemoryBytes);
        json.WriteNumber("instrumentCount", result.Size.Instruments);
        json.WriteNumber("scenarioCount", result.Size.Scenarios);
        json.WriteNumber("accountCount", result.Size.Accounts);
        json.WriteNumber("tile", result.Plan.Tile);
        json.WriteNumber("repeats", result.Repeats.Count);
        json.WriteEndObject();
    }

    private static void WriteCheck(TextWriter output, JobCheckLine line)
    {
        string verdict = line.HasReference
            ? string.Create(CultureInfo.InvariantCulture, $"reference {line.Reference,-14:R} relative difference {line.Difference:0.0E+0}")
            : "no reference";
        Line(output, $"{line.Name,-7} {line.Value,-19:R} {verdict}{(line.Passes ? "" : "  WRONG")}");
    }

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}

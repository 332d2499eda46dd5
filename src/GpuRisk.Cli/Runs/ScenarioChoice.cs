using GpuRisk.Data.Models;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Margin.Sampling;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Cli.Runs;

/// <summary>Where the scenarios come from.</summary>
/// <param name="File">The model with how it came about, as a file has it; null for scenarios that are given.</param>
internal sealed record ScenarioChoice(ScenarioOrigin Origin, ScenarioModel Model, int Count, ModelFile? File, IReadOnlyList<string> Notes)
{
    public static ScenarioChoice Given(ShockMatrix shocks) => new(
        ScenarioOrigin.Given, new GivenModel { Name = "given", Shocks = shocks }, shocks.Scenarios, null, [$"scenarios: {shocks.Scenarios} given by {shocks.Source}"]);

    /// <param name="origin">What there is to say before the model's own warnings and notes.</param>
    public static ScenarioChoice Of(Book book, ModelFile file, params IEnumerable<string> origin)
    {
        int count = ScenarioStages.Count(file.Model, book.Settings.Simulation.Scenarios);
        return new ScenarioChoice(
            file.Model is GivenModel ? ScenarioOrigin.Historical : ScenarioOrigin.Drawn, file.Model, count, file,
            [.. origin, .. file.Report.Warnings.Select(warning => "WARNING: " + warning), .. file.Report.Notes, .. ModelSource.TooLarge(file)]);
    }

    /// <summary>The same, where the model can be sampled as the book's settings ask.</summary>
    /// <exception cref="UsageException">It cannot.</exception>
    public ScenarioChoice Sampled(Book book) =>
        SamplingRules.WhyNot(book.Settings, Model, book.Positions.Accounts.Count) is { } why ? throw new UsageException($"{why}.") : this;

    /// <summary>The same under the first scenarios alone.</summary>
    public ScenarioChoice First(int scenarios) => this with
    {
        Count = scenarios,
        Model = Model is GivenModel given ? new GivenModel { Name = given.Name, Shocks = given.Shocks.First(scenarios) } : Model,
    };
}

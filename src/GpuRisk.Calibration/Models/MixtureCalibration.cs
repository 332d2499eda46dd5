using System.Globalization;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Calibration.Models;

/// <summary>Several models, each calibrated on the same history, and the weight of each. Historical changes within one are drawn, with replacement.</summary>
internal static class MixtureCalibration
{
    /// <param name="window">For a part that is stressed and searched.</param>
    internal static CalibratedModel Of(CalibrationBasis basis, SimulationSettings simulation, HistoryWindow? window)
    {
        IReadOnlyList<MixturePart> parts = simulation.Mixture;
        ThrowUnlessUsable(parts);
        CalibratedModel[] models = [.. parts.Select(part => ModelCalibration.Of(basis, simulation with { Model = part.Model }, window))];
        string name = $"mixture({string.Join(", ", parts.Zip(models, (part, model) => string.Create(CultureInfo.InvariantCulture, $"{model.Model.Name} {Printed(part.Weight)}")))})";
        MixtureModel mixture = new()
        {
            Name = name,
            Components = [.. parts.Zip(models, (part, model) => new MixtureComponent(Drawn(model.Model), (double)part.Weight))],
        };
        return new CalibratedModel(mixture, Report(name, models));
    }

    /// <summary>Changes over the whole horizon, a day drawn at a time; other models as they are.</summary>
    private static ScenarioModel Drawn(ScenarioModel model)
    {
        if (model is not GivenModel given)
            return model;
        ShockMatrix shocks = given.Shocks;
        int factors = shocks.Factors.Count;
        double[] innovations = new double[shocks.Values.Length];
        for (int factor = 0; factor < factors; factor++)
        {
            for (int day = 0; day < shocks.Scenarios; day++)
                innovations[(day * factors) + factor] = shocks.Values.Span[(factor * shocks.Scenarios) + day];
        }
        return new BootstrapModel
        {
            Name = given.Name,
            Factors = shocks.Factors,
            Innovations = innovations,
            Dates = [.. shocks.Labels!.Select(label => DateOnly.ParseExact(label, "yyyy-MM-dd", CultureInfo.InvariantCulture))],
            Volatilities = [.. Enumerable.Repeat(1.0, factors)],
        };
    }

    /// <summary>That of the first part, with the notes of all: those that are not common to all say whose they are.</summary>
    private static CalibrationReport Report(string name, CalibratedModel[] models)
    {
        CalibrationReport first = models[0].Report;
        string[] common = [.. first.Notes.Where(note => models.All(model => model.Report.Notes.Contains(note)))];
        string[] own =
        [
            .. models.SelectMany(model => model.Report.Notes.Except(common)).Distinct()
                .Select(note => $"{string.Join(", ", models.Where(model => model.Report.Notes.Contains(note)).Select(model => model.Model.Name))}: {note}"),
        ];
        if (models.Length > 1)
            own = [$"mixture: the sample, volatilities, correlation and quantiles that the calibration shows are those of its first part, {first.Model}", .. own];
        return first with
        {
            Model = name,
            CorrelationRule = models.Length == 1 ? first.CorrelationRule : $"{first.CorrelationRule} ({first.Model})",
            Notes = [.. common, .. own],
            Warnings = [.. models.SelectMany(model => model.Report.Warnings).Distinct()],
        };
    }

    private static void ThrowUnlessUsable(IReadOnlyList<MixturePart> parts)
    {
        List<InputProblem> problems = [];
        if (parts.Count == 0)
            problems.Add(new InputProblem(PatternChecks.Settings, 1, 1, "a mixture has no parts; expected models and their weights"));
        foreach (MixturePart part in parts.Where(part => part.Weight is not (> 0 and <= 1)))
            problems.Add(new InputProblem(PatternChecks.Settings, 1, 1, string.Create(
                CultureInfo.InvariantCulture, $"a part of the mixture has the weight {part.Weight}; expected a number above 0 and at most 1")));
        if (parts.Any(part => part.Model == ScenarioSource.Mixture))
            problems.Add(new InputProblem(PatternChecks.Settings, 1, 1, "a mixture has a mixture as a part; expected other models"));
        if (parts.DistinctBy(part => part.Model).Count() < parts.Count)
            problems.Add(new InputProblem(PatternChecks.Settings, 1, 1, "a mixture has a model twice; expected each once"));
        decimal sum = parts.Sum(part => part.Weight);
        if (problems.Count == 0 && sum != 1)
            problems.Add(new InputProblem(PatternChecks.Settings, 1, 1, string.Create(CultureInfo.InvariantCulture, $"the weights of the mixture sum to {sum}; expected 1")));
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
    }

    /// <summary>Without zeros at the end.</summary>
    private static decimal Printed(decimal weight) => weight / 1.0000000000000000000000000000m;
}

using System.Globalization;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Books;

/// <summary>The rules of <c>simulation</c>.</summary>
internal static class SimulationRules
{
    public static IEnumerable<SettingsViolation> Violations(BookSettings settings)
    {
        SimulationSettings simulation = settings.Simulation;
        if (simulation is { Net: true, Account: not null })
            yield return new("simulation.account", $"account '{simulation.Account}' is given and net makes the whole book one account; one of the two is expected");
        foreach (SettingsViolation violation in Stressed(simulation).Concat(Mixture(simulation)).Concat(Sampling(settings)))
            yield return violation;
    }

    private static IEnumerable<SettingsViolation> Stressed(SimulationSettings simulation)
    {
        StressedSettings stressed = simulation.Stressed;
        if (stressed is { From: { } start, To: null })
            yield return new("simulation.stressed.from", $"the window begins on {CalendarDate.Format(start)} and has no end; to, or neither, is expected");
        if (stressed is { From: null, To: { } end })
            yield return new("simulation.stressed.to", $"the window ends on {CalendarDate.Format(end)} and has no beginning; from, or neither, is expected");
        if (stressed is { From: { } from, To: { } to } && from > to)
            yield return new("simulation.stressed.to", $"the window ends on {CalendarDate.Format(to)}, before it begins on {CalendarDate.Format(from)}; a later day is expected");
        if (stressed.Model is ScenarioSource.Stressed or ScenarioSource.Mixture)
            yield return new("simulation.stressed.model", $"model is '{SettingWords.Models.Word(stressed.Model)}'; a model that is neither stressed nor a mixture is expected");
    }

    private static IEnumerable<SettingsViolation> Mixture(SimulationSettings simulation)
    {
        IReadOnlyList<MixturePart> parts = simulation.Mixture;
        if (parts.Count == 0)
        {
            if (simulation.Model == ScenarioSource.Mixture)
                yield return new("simulation.model", "model is 'mixture' and no parts are given; they are expected in the section simulation of book.json, such as \"mixture\": [{\"model\": \"gaussian\", \"weight\": 0.7}, {\"model\": \"historical\", \"weight\": 0.3}]");
            yield break;
        }

        for (int i = 0; i < parts.Count; i++)
        {
            if (parts[i].Model == ScenarioSource.Mixture)
                yield return new($"simulation.mixture.{i}.model", "model is 'mixture'; a model that is no mixture is expected");
            if (parts.Take(i).Any(part => part.Model == parts[i].Model))
                yield return new($"simulation.mixture.{i}.model", $"model '{SettingWords.Models.Word(parts[i].Model)}' appears twice; each model once is expected");
        }

        decimal sum = parts.Sum(part => part.Weight);
        if (sum != 1)
            yield return new("simulation.mixture", string.Create(CultureInfo.InvariantCulture, $"the weights sum to {sum}; 1 is expected"));
    }

    private static IEnumerable<SettingsViolation> Sampling(BookSettings settings)
    {
        SimulationSettings simulation = settings.Simulation;
        SamplingMethod method = simulation.Sampling.Method;
        if (method == SamplingMethod.Plain)
            yield break;
        string word = SettingWords.SamplingMethods.Word(method);
        string source = SettingWords.Models.Word(simulation.Source);
        string[] models = method == SamplingMethod.Importance ? ["gaussian"] : ["gaussian", "student-t"];
        if (!models.Contains(source))
            yield return new("simulation.sampling.method", $"method '{word}' does not apply to {source} scenarios; plain, or a {string.Join(" or ", models)} model, is expected");
        if (method != SamplingMethod.Importance)
            yield break;
        if (simulation is { Net: false, Account: null })
            yield return new("simulation.sampling.method", "method 'importance' leads the scenarios towards the losses of one account; --net or --account NAME of gpurisk run, or \"net\": true or \"account\": \"NAME\" in the section simulation of book.json, is expected beside it");
        if (settings.Margin.Estimator != VarEstimator.LowerQuantile)
            yield return new("simulation.sampling.method", $"method 'importance' weighs the scenarios and the estimator is '{SettingWords.Estimators.Word(settings.Margin.Estimator)}'; 'lower-quantile' is expected");
    }
}

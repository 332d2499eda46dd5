using System.CommandLine;
using GpuRisk.Cli.Runs;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Cli.Commands;

/// <summary>What is drawn, how, and for whom: the options that replace settings of the book.</summary>
internal sealed class ScenarioOptions
{
    private readonly Option<ScenarioSelection?> scenarios = ScenarioSelection.Option();

    private readonly Option<ulong?> seed = WholeNumber.Seed("--seed", "Seed of the drawn scenarios; by default the book's");

    private readonly Option<ModelSelection?> model = ModelSelection.Option();

    private readonly Option<string?> sampling = Word.Option(
        "--sampling", "How scenarios are spread over the model's law; by default the book's choice.", [.. SettingWords.SamplingMethods.Words]);

    private readonly Option<bool> net = new("--net") { Description = "Take the whole book as one account, net." };

    private readonly Option<string?> account = new("--account")
    {
        Description = "Compute this account only, and the instruments that it holds.",
        HelpName = "NAME",
    };

    private readonly Option<int?> horizon = Horizon();

    public ScenarioOptions(Command command)
    {
        foreach (Option option in All)
            command.Options.Add(option);
    }

    private Option[] All => [scenarios, seed, horizon, model, sampling, net, account];

    public static Option<int?> Horizon() => WholeNumber.Option("--horizon", "Margin period of risk in days; by default the book's", 1, 250);

    /// <param name="others">Further options that decide figures.</param>
    public BookRunRequest Request(ParseResult parsed, string folder, params Option[] others)
    {
        ScenarioSelection? chosen = parsed.GetValue(scenarios);
        ModelSelection? source = parsed.GetValue(model);
        return new BookRunRequest
        {
            Folder = folder,
            ShocksFile = chosen?.File,
            ModelFile = source?.File,
            Override = settings => Override(settings, parsed, chosen?.Count, source?.Source),
            Options = GivenOptions.Of(parsed, [.. All, .. others]),
        };
    }

    private BookSettings Override(BookSettings settings, ParseResult parsed, int? count, ScenarioSource? source)
    {
        SimulationSettings own = settings.Simulation;
        bool isNet = parsed.GetValue(net);
        string? only = parsed.GetValue(account);
        return settings with
        {
            Simulation = own with
            {
                Scenarios = count ?? own.Scenarios,
                Seed = parsed.GetValue(seed) ?? own.Seed,
                HorizonDays = parsed.GetValue(horizon) ?? own.HorizonDays,
                Model = source ?? own.Model,
                Sampling = parsed.GetValue(sampling) is { } word && SettingWords.SamplingMethods.TryFind(word, out SamplingMethod method)
                    ? own.Sampling with { Method = method }
                    : own.Sampling,
                // Each of the two takes the place of the other where the book has it; both at once are refused.
                Net = isNet || (own.Net && only is null),
                Account = only ?? (isNet ? null : own.Account),
            },
        };
    }
}

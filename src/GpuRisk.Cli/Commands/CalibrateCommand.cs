using System.CommandLine;
using System.Globalization;
using GpuRisk.Cli.Output;
using GpuRisk.Cli.Runs;
using GpuRisk.Data.Models;
using GpuRisk.Data.Text;
using GpuRisk.Domain.Settings;
using GpuRisk.Simulation;

namespace GpuRisk.Cli.Commands;

/// <summary><c>gpurisk calibrate BOOK</c>: the scenario model of a book, printed and written to a file that <c>run --model</c> takes.</summary>
internal sealed class CalibrateCommand
{
    private readonly Argument<string> book = PathName.Argument("book", "The book's folder.");

    private readonly Option<string?> model = Word.Option("--model", "The model; by default the book's choice.", [.. SettingWords.Models.Words]);

    private readonly Option<int?> horizon = ScenarioOptions.Horizon();

    private readonly Option<string?> output = PathName.Option("--out", "The model's file; by default BOOK-model.json. New, or an earlier model, which is replaced.", "FILE");

    private readonly Option<bool> json = new("--json") { Description = "Print JSON." };

    /// <summary>For the window of stress that a book's positions decide; nothing else of a calibration is computed on a device.</summary>
    private readonly DeviceOptions device;

    private CalibrateCommand(Command command)
    {
        command.Arguments.Add(book);
        foreach (Option option in new Option[] { model, horizon, output, json })
            command.Options.Add(option);
        device = new DeviceOptions(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, cancellation)));
    }

    public static Command Create()
    {
        var command = new Command("calibrate", "Calibrate the scenario model of a book: volatilities, correlation, what was repaired and what looks wrong.");
        _ = new CalibrateCommand(command);
        return command;
    }

    private int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        string folder = parsed.GetValue(book)!;
        string target = parsed.GetValue(output) ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) + "-model.json";
        var request = new BookRunRequest
        {
            Folder = folder,
            Override = settings => Override(settings, parsed),
            Options = GivenOptions.Of(parsed, model, horizon),
        };
        using var progress = new RunProgress();
        var job = new BookRun(progress, cancellation);
        using PreparedRun prepared = job.Prepare(request);
        ModelFile calibrated = Chosen(parsed, job, prepared, progress).File!;
        if (!calibrated.Fits)
        {
            throw new UsageException(string.Create(
                CultureInfo.InvariantCulture, $"the model has more than the {ModelFile.MostNumbers:N0} numbers that a file may have; lower calibration.lookback, or leave out factors of the history."));
        }

        cancellation.ThrowIfCancellationRequested();
        ModelFileWriter.Write(calibrated, target);
        progress.Dispose();
        if (parsed.GetValue(json))
            CalibrationJson.Print(calibrated, Path.GetFullPath(target));
        else
            CalibrationText.Print(calibrated, target);
        return ExitCode.Done;
    }

    private ScenarioChoice Chosen(ParseResult parsed, BookRun job, PreparedRun prepared, RunProgress progress)
    {
        if (prepared.Choice is { } choice)
            return choice;
        using DeviceRuns devices = device.Open(parsed, Precision.Double, progress);
        return devices.Execute(on => job.Searched(prepared, on).Chosen);
    }

    private BookSettings Override(BookSettings settings, ParseResult parsed) => settings with
    {
        Simulation = settings.Simulation with
        {
            HorizonDays = parsed.GetValue(horizon) ?? settings.Simulation.HorizonDays,
            Model = parsed.GetValue(model) is { } word && SettingWords.Models.TryFind(word, out ScenarioSource source) ? source : settings.Simulation.Model,
            // How a model is drawn from does not decide it.
            Sampling = new SamplingSettings(),
        },
    };
}

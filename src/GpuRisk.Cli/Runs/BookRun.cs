using System.Diagnostics;
using System.Globalization;
using GpuRisk.Accelerators;
using GpuRisk.Calibration;
using GpuRisk.Cli.Output;
using GpuRisk.Data.Books;
using GpuRisk.Data.Models;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin;
using GpuRisk.Simulation;
using GpuRisk.Simulation.Scenarios;

namespace GpuRisk.Cli.Runs;

/// <summary>The main job: a book in, margins out. What can be wrong with the input shows in <see cref="Prepare"/>, before the long part.</summary>
internal sealed class BookRun(RunProgress progress, CancellationToken cancellation)
{
    /// <summary>Reads, checks and calibrates.</summary>
    public PreparedRun Prepare(BookRunRequest request)
    {
        long start = Stopwatch.GetTimestamp();
        progress.Stage($"reading {request.Folder}");
        FileStamp[] stamps = FileStamps.Of(request.Folder);
        Book read = BookReader.Read(request.Folder);
        ModelFile? file = request.ModelFile is { } path ? ModelFileReader.Read(path) : null;
        Book book = RunSettings.Apply(read, request, file);
        List<FileFingerprint> inputs = [.. FileFingerprint.OfBook(request.Folder)];
        FileStamps.RequireUnchanged(request.Folder, stamps);
        ShockMatrix? given = ReadShocks(request, book, inputs);
        double load = Stopwatch.GetElapsedTime(start).TotalSeconds;
        cancellation.ThrowIfCancellationRequested();

        long calibrated = Stopwatch.GetTimestamp();
        progress.Stage("calibrating");
        ScenarioChoice choice = Choose(request, book, given, file, inputs);
        cancellation.ThrowIfCancellationRequested();
        return new PreparedRun(request, book, stamps, choice, inputs, start, load, Stopwatch.GetElapsedTime(calibrated).TotalSeconds);
    }

    /// <summary>Simulates and measures.</summary>
    /// <param name="kept">What is written of every scenario; null: nothing.</param>
    public FinishedRun Execute(PreparedRun prepared, RunDevice device, KeptTables? kept = null)
    {
        Accelerator accelerator = device.Accelerator;
        (BookRunRequest request, Book book, ScenarioChoice choice) = (prepared.Request, prepared.Book, prepared.Choice);
        progress.Start(choice.Count);
        using PnlTable? pnl = kept?.BeginPnl(prepared);
        using ScenarioTable? scenarios = kept?.BeginScenarios(prepared);
        var options = new MarginRunOptions
        {
            Plan = device.Plan,
            Distributions = request.Distributions,
            Profits = pnl is null ? null : pnl.Write,
            Shocks = scenarios is null ? null : scenarios.Write,
        };
        MarginResult margin = MarginRun.Execute(accelerator, book, choice.Model, options, progress, cancellation);
        scenarios?.Complete();
        // Positions in Arrow are used where they lie in the file: figures of a file that changed meanwhile would be figures of no book.
        FileStamps.RequireUnchangedInPlace(request.Folder, prepared.Stamps);
        var seconds = new StageSeconds
        {
            Load = prepared.LoadSeconds,
            Calibrate = prepared.CalibrateSeconds,
            Open = device.OpenSeconds,
            Scenarios = margin.Seconds.Scenarios,
            Revaluation = margin.Seconds.Revaluation,
            Aggregation = margin.Seconds.Aggregation,
            Tail = margin.Seconds.Tail,
            Measures = margin.MeasureSeconds,
            Attribution = margin.AttributionSeconds,
            Total = Stopwatch.GetElapsedTime(prepared.Start).TotalSeconds,
        };
        var provenance = new RunProvenance
        {
            BookFolder = request.Folder,
            Settings = book.Settings,
            Options = request.Options,
            ShocksFile = request.ShocksFile,
            ModelFile = request.ModelFile,
            Inputs = prepared.Inputs,
        };
        return new FinishedRun(Result(prepared, device, margin, seconds), provenance, choice.File is { Fits: true } model ? model : null);
    }

    private static ShockMatrix? ReadShocks(BookRunRequest request, Book book, List<FileFingerprint> inputs)
    {
        if (request.ShocksFile is not { } file)
            return null;
        ShockMatrix shocks = ShockReader.Read(file);
        ShockFactors.Check(shocks, book, file);
        inputs.Add(FileFingerprint.Of(file, Path.GetFileName(file)));
        return shocks;
    }

    private static ScenarioChoice Choose(BookRunRequest request, Book book, ShockMatrix? given, ModelFile? file, List<FileFingerprint> inputs)
    {
        if (given is not null)
        {
            return new ScenarioChoice(
                ScenarioOrigin.Given, new GivenModel { Name = "given", Shocks = given }, given.Scenarios, null, [$"scenarios: {given.Scenarios} given by {given.Source}"]);
        }
        if (file is not null && request.ModelFile is { } path)
        {
            ModelSource.Check(file, book, path);
            ScenarioChoice read = Chosen(book, file, [.. ModelSource.Notes(file, book, path, inputs)]);
            inputs.Add(FileFingerprint.Of(path, Path.GetFileName(path)));
            return read;
        }
        CalibratedModel calibrated = ModelCalibration.Calibrate(book.History, book.Settings.Calibration, book.Settings.Simulation, book.Correlation);
        return Chosen(book, ModelFile.Of(book, inputs, calibrated.Model, calibrated.Report), []);
    }

    private static ScenarioChoice Chosen(Book book, ModelFile file, string[] origin)
    {
        int count = ScenarioStages.Count(file.Model, book.Settings.Simulation.Scenarios);
        string[] leftOut = file.Fits ? [] : [$"{ResultFiles.Model} is left out, for the model has more than {ModelFile.MostNumbers.ToString("N0", CultureInfo.InvariantCulture)} numbers"];
        return new ScenarioChoice(
            file.Model is GivenModel ? ScenarioOrigin.Historical : ScenarioOrigin.Drawn, file.Model, count, file,
            [.. origin, .. file.Report.Warnings, .. file.Report.Notes, .. leftOut]);
    }

    private static IEnumerable<string> MissingPictures(PreparedRun prepared, MarginResult margin)
    {
        int wanted = Math.Min(prepared.Request.Distributions, prepared.Book.Positions.Accounts.Count);
        if (margin.Distributions.Count < wanted)
            yield return $"loss distributions: {margin.Distributions.Count} of {wanted} shown, for the memory budget has no room for more; raise --memory";
    }

    private static RunResult Result(PreparedRun prepared, RunDevice device, MarginResult margin, StageSeconds seconds)
    {
        (Book book, ScenarioChoice choice) = (prepared.Book, prepared.Choice);
        string[] notes =
        [
            .. device.Notes, .. choice.Notes, .. ThinTail.Notes(book.Settings.Margin, choice.Count), .. MissingPictures(prepared, margin),
            .. PrecisionNote.Of(device.Plan.Precision, margin, book.Currency),
        ];
        return new RunResult
        {
            Book = book.Name,
            AsOf = book.Market.AsOf,
            Currency = book.Currency,
            Accelerator = device.Accelerator.Description,
            Precision = device.Plan.Precision.Name(),
            Model = choice.Model.Name,
            Origin = choice.Origin,
            Scenarios = choice.Count,
            Seed = book.Settings.Simulation.Seed,
            HorizonDays = book.Settings.Simulation.HorizonDays,
            Instruments = book.Instruments.Count,
            Positions = book.Positions.Count,
            MarginConfidence = book.Settings.Margin.Confidence,
            ModelRiskMultiple = book.Settings.Margin.ModelRiskMultiple,
            Accounts = margin.Accounts,
            Failures = margin.Failures,
            Notes = notes,
            Calibration = choice.File?.Report,
            Sampling = SamplingWords.Of(book.Settings.Simulation.Sampling),
            Distributions = margin.Distributions,
            Seconds = seconds,
            PricesPerSecond = margin.PricesPerSecond,
        };
    }
}

/// <summary>Where the scenarios come from.</summary>
/// <param name="File">The model with how it came about, as a file has it; null for scenarios that are given.</param>
internal sealed record ScenarioChoice(ScenarioOrigin Origin, ScenarioModel Model, int Count, ModelFile? File, IReadOnlyList<string> Notes)
{
    /// <summary>The same under the first scenarios alone.</summary>
    public ScenarioChoice First(int scenarios) => this with
    {
        Count = scenarios,
        Model = Model is GivenModel given ? new GivenModel { Name = given.Name, Shocks = given.Shocks.First(scenarios) } : Model,
    };
}

/// <summary>A run whose input is read, checked and calibrated.</summary>
/// <param name="Start">Timestamp of the beginning of the run.</param>
internal sealed record PreparedRun(
    BookRunRequest Request, Book Book, FileStamp[] Stamps, ScenarioChoice Choice, IReadOnlyList<FileFingerprint> Inputs, long Start, double LoadSeconds, double CalibrateSeconds)
    : IDisposable
{
    public void Dispose() => Book.Dispose();

    /// <summary>The same run under its first scenarios alone.</summary>
    public PreparedRun First(int scenarios)
    {
        int count = Math.Min(scenarios, Choice.Count);
        BookSettings settings = Book.Settings with { Simulation = Book.Settings.Simulation with { Scenarios = count } };
        return this with { Book = Book.WithSettings(settings), Choice = Choice.First(count) };
    }
}

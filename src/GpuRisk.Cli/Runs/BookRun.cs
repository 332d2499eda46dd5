using System.Diagnostics;
using GpuRisk.Accelerators;
using GpuRisk.Calibration;
using GpuRisk.Cli.Output;
using GpuRisk.Data.Books;
using GpuRisk.Data.Models;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin;
using GpuRisk.Margin.Sampling;
using GpuRisk.Simulation;
using GpuRisk.Simulation.Sensitivities;

namespace GpuRisk.Cli.Runs;

/// <summary>The main job: a book in, margins out. What can be wrong with the input shows in <see cref="Prepare"/>, before the long part.</summary>
internal sealed class BookRun(RunProgress progress, CancellationToken cancellation)
{
    /// <summary>Reads, checks and calibrates; the last waits for a device where it has to search a window of stress.</summary>
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
        StressWindowSet? windows = given is null && file is null ? StressWindow.Candidates(book) : null;
        ScenarioChoice? choice = windows is null ? Choose(request, book, given, file, inputs).Sampled(book) : null;
        cancellation.ThrowIfCancellationRequested();
        return new PreparedRun(request, book, stamps, choice, windows, inputs, start, load, Stopwatch.GetElapsedTime(calibrated).TotalSeconds);
    }

    /// <summary>Simulates and measures.</summary>
    /// <param name="kept">What is written of every scenario; null: nothing.</param>
    public FinishedRun Execute(PreparedRun prepared, RunDevice device, KeptTables? kept = null)
    {
        Accelerator accelerator = device.Accelerator;
        prepared = Searched(prepared, device);
        (BookRunRequest request, Book book, ScenarioChoice choice) = (prepared.Request, prepared.Book, prepared.Chosen);
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
        long sensitivities = Stopwatch.GetTimestamp();
        BookGreeks? greeks = request.Greeks ? GreeksRun.Execute(accelerator, book, cancellation) : null;
        double greeksSeconds = Stopwatch.GetElapsedTime(sensitivities).TotalSeconds;
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
            Greeks = greeksSeconds,
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
        return new FinishedRun(Result(prepared, device, margin, greeks, seconds), provenance, choice.File is { Fits: true } model ? model : null);
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

    /// <summary>The same run with its model, for which a window of stress is searched where the settings name none. Any device finds the same.</summary>
    public PreparedRun Searched(PreparedRun prepared, RunDevice device)
    {
        if (prepared is not { Choice: null, Windows: { } windows })
            return prepared;
        long start = Stopwatch.GetTimestamp();
        progress.Stage("searching the window of stress");
        SearchedWindow window = StressWindow.Search(prepared.Book, windows, device.Accelerator, device.Plan, cancellation);
        ScenarioChoice choice = ScenarioChoice.Of(prepared.Book, ModelSource.Calibrate(prepared.Book, prepared.Inputs, window)).Sampled(prepared.Book);
        double seconds = prepared.CalibrateSeconds + Stopwatch.GetElapsedTime(start).TotalSeconds;
        return prepared with { Choice = prepared.Scenarios is { } first ? choice.First(Math.Min(first, choice.Count)) : choice, CalibrateSeconds = seconds };
    }

    private static ScenarioChoice Choose(BookRunRequest request, Book book, ShockMatrix? given, ModelFile? file, List<FileFingerprint> inputs)
    {
        if (given is not null)
            return ScenarioChoice.Given(given);
        if (file is null || request.ModelFile is not { } path)
            return ScenarioChoice.Of(book, ModelSource.Calibrate(book, inputs, null));
        ModelSource.Check(file, book, path);
        string[] notes = [.. ModelSource.Notes(file, book, path, inputs)];
        inputs.Add(FileFingerprint.Of(path, Path.GetFileName(path)));
        return ScenarioChoice.Of(book, file, notes);
    }

    private static IEnumerable<string> MissingPictures(PreparedRun prepared, MarginResult margin)
    {
        int wanted = Math.Min(prepared.Request.Distributions, prepared.Book.Positions.Accounts.Count);
        if (margin.Sampling == SamplingRules.Name(SamplingMethod.Importance))
            yield return "loss distributions: none shown, for scenarios of importance sampling do not count alike";
        else if (margin.Distributions.Count < wanted)
            yield return $"loss distributions: {margin.Distributions.Count} of {wanted} shown, for the memory budget has no room for more; raise --memory";
    }

    private static RunResult Result(PreparedRun prepared, RunDevice device, MarginResult margin, BookGreeks? greeks, StageSeconds seconds)
    {
        (Book book, ScenarioChoice choice) = (prepared.Book, prepared.Chosen);
        string[] notes =
        [
            .. device.Notes, .. choice.Notes, .. ThinTail.Notes(book.Settings.Margin, choice.Count), .. MissingPictures(prepared, margin), .. margin.Notes,
            .. PrecisionNote.Of(device.Plan.Precision, margin, book.Currency), .. GreeksNote.Of(greeks),
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
            Sampling = margin.Sampling,
            Greeks = greeks,
            Distributions = margin.Distributions,
            Seconds = seconds,
            PricesPerSecond = margin.PricesPerSecond,
        };
    }
}

using System.Diagnostics;
using GpuRisk.Accelerators;
using GpuRisk.Calibration;
using GpuRisk.Cli.Output;
using GpuRisk.Data.Books;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Measures;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin;
using GpuRisk.Simulation;
using GpuRisk.Simulation.Scenarios;
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
        Book book = read.WithSettings(request.Override(read.Settings));
        string[] unknown = [.. request.Accounts.Except(book.Positions.Accounts, StringComparer.Ordinal)];
        if (unknown.Length > 0)
            throw new UsageException($"--accounts {string.Join(',', unknown)}: not in the book; expected names of its accounts.");
        UnusedOptions.Refuse(request, book.Settings.Simulation.Model);
        List<FileFingerprint> inputs = [.. FileFingerprint.OfBook(request.Folder)];
        FileStamps.RequireUnchanged(request.Folder, stamps);
        ShockMatrix? given = ReadShocks(request, book, inputs);
        double load = Stopwatch.GetElapsedTime(start).TotalSeconds;
        cancellation.ThrowIfCancellationRequested();

        long calibrated = Stopwatch.GetTimestamp();
        progress.Stage("calibrating");
        StressWindowSet? windows = given is null ? StressWindow.Candidates(book) : null;
        ScenarioChoice? choice = windows is null ? Choose(book, given) : null;
        cancellation.ThrowIfCancellationRequested();
        return new PreparedRun(request, book, stamps, choice, windows, inputs, start, load, Stopwatch.GetElapsedTime(calibrated).TotalSeconds);
    }

    /// <summary>Simulates and measures.</summary>
    /// <param name="kept">What is written of every scenario; null: nothing.</param>
    public FinishedRun Execute(PreparedRun prepared, RunDevice device, KeptTables? kept = null)
    {
        Accelerator accelerator = device.Accelerator;
        prepared = prepared is { Choice: null, Windows: { } windows } ? Searched(prepared, windows, device) : prepared;
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
            Inputs = prepared.Inputs,
        };
        return new FinishedRun(Result(prepared, device, margin, greeks, seconds), provenance);
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

    /// <summary>The same run with the window of stress that this device finds, which is the one that any device finds.</summary>
    private PreparedRun Searched(PreparedRun prepared, StressWindowSet windows, RunDevice device)
    {
        long start = Stopwatch.GetTimestamp();
        progress.Stage("searching the window of stress");
        SearchedWindow window = StressWindow.Search(prepared.Book, windows, device.Accelerator, device.Plan, cancellation);
        ScenarioChoice choice = Choose(prepared.Book, null, window);
        double seconds = prepared.CalibrateSeconds + Stopwatch.GetElapsedTime(start).TotalSeconds;
        return prepared with { Choice = prepared.Scenarios is { } first ? choice.First(Math.Min(first, choice.Count)) : choice, CalibrateSeconds = seconds };
    }

    private static ScenarioChoice Choose(Book book, ShockMatrix? given, SearchedWindow? window = null)
    {
        SimulationSettings simulation = book.Settings.Simulation;
        if (given is not null)
        {
            return new ScenarioChoice(
                ScenarioOrigin.Given, new GivenModel { Name = "given", Shocks = given }, given.Scenarios, null, [$"scenarios: {given.Scenarios} given by {given.Source}"]);
        }
        CalibratedModel calibrated = ModelCalibration.Calibrate(book.History, book.Settings.Calibration, simulation, book.Correlation, window?.Days);
        ScenarioOrigin origin = calibrated.Model is GivenModel ? ScenarioOrigin.Historical : ScenarioOrigin.Drawn;
        int count = ScenarioStages.Count(calibrated.Model, simulation.Scenarios);
        CalibrationReport report = window is null ? calibrated.Report : calibrated.Report with { Notes = [window.Note, .. calibrated.Report.Notes] };
        return new ScenarioChoice(origin, calibrated.Model, count, report, [.. report.Warnings, .. report.Notes]);
    }

    private static IEnumerable<string> MissingPictures(PreparedRun prepared, MarginResult margin)
    {
        int wanted = Math.Min(prepared.Request.Distributions, prepared.Book.Positions.Accounts.Count);
        if (margin.Distributions.Count < wanted)
            yield return $"loss distributions: {margin.Distributions.Count} of {wanted} shown, for the memory budget has no room for more; raise --memory";
    }

    private static RunResult Result(PreparedRun prepared, RunDevice device, MarginResult margin, BookGreeks? greeks, StageSeconds seconds)
    {
        (Book book, ScenarioChoice choice) = (prepared.Book, prepared.Chosen);
        string[] notes =
        [
            .. device.Notes, .. choice.Notes, .. ThinTail.Notes(book.Settings.Margin, choice.Count), .. MissingPictures(prepared, margin),
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
            Calibration = choice.Calibration,
            Greeks = greeks,
            Distributions = margin.Distributions,
            Seconds = seconds,
            PricesPerSecond = margin.PricesPerSecond,
        };
    }
}

/// <summary>Where the scenarios come from.</summary>
/// <param name="Calibration">Null for scenarios of a file.</param>
internal sealed record ScenarioChoice(ScenarioOrigin Origin, ScenarioModel Model, int Count, CalibrationReport? Calibration, IReadOnlyList<string> Notes)
{
    /// <summary>The same under the first scenarios alone.</summary>
    public ScenarioChoice First(int scenarios) => this with
    {
        Count = scenarios,
        Model = Model is GivenModel given ? new GivenModel { Name = given.Name, Shocks = given.Shocks.First(scenarios) } : Model,
    };
}

/// <summary>A run whose input is read, checked and calibrated.</summary>
/// <param name="Choice">Null where a device has to search a window of stress first, among <paramref name="Windows"/>.</param>
/// <param name="Start">Timestamp of the beginning of the run.</param>
internal sealed record PreparedRun(
    BookRunRequest Request, Book Book, FileStamp[] Stamps, ScenarioChoice? Choice, StressWindowSet? Windows, IReadOnlyList<FileFingerprint> Inputs, long Start,
    double LoadSeconds, double CalibrateSeconds)
    : IDisposable
{
    /// <summary>The most scenarios that count of a choice that is still to be made; null: all.</summary>
    public int? Scenarios { get; private init; }

    /// <summary>The choice, once it is made.</summary>
    public ScenarioChoice Chosen => Choice ?? throw new InvalidOperationException("A window of stress is still to be searched.");

    public void Dispose() => Book.Dispose();

    /// <summary>The same run under its first scenarios alone.</summary>
    public PreparedRun First(int scenarios)
    {
        int count = Math.Min(scenarios, Choice?.Count ?? scenarios);
        BookSettings settings = Book.Settings with { Simulation = Book.Settings.Simulation with { Scenarios = count } };
        return this with { Book = Book.WithSettings(settings), Choice = Choice?.First(count), Scenarios = count };
    }
}

using GpuRisk.Data.Results;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Data.Models;

/// <summary>A calibrated model as a file carries it: the model itself, how it came about, and from what.</summary>
public sealed record ModelFile
{
    /// <summary>Names the layout; it changes with every change of the members.</summary>
    public const string Format = "gpurisk-model-1";

    /// <summary>More numbers would make a file larger than is read again.</summary>
    public const long MostNumbers = 2_500_000;

    public string Version { get; init; } = ProductVersion.Current;

    /// <summary>The name of the book that it was calibrated for.</summary>
    public required string Book { get; init; }

    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The files of the book that decide it: its history and a given correlation, or all where a window of stress was searched.</summary>
    public required IReadOnlyList<FileFingerprint> Inputs { get; init; }

    /// <summary>Of these only what decides a model: source, days, horizon rule, and the settings of each source.</summary>
    public required SimulationSettings Simulation { get; init; }

    public required CalibrationSettings Calibration { get; init; }

    public required CalibrationReport Report { get; init; }

    public required ScenarioModel Model { get; init; }

    /// <summary>The file of a model that was calibrated from a book.</summary>
    /// <param name="inputs">The book's files that decide it, as they were read.</param>
    public static ModelFile Of(Book book, IEnumerable<FileFingerprint> inputs, ScenarioModel model, CalibrationReport report)
    {
        ArgumentNullException.ThrowIfNull(book);
        return new ModelFile
        {
            Book = book.Name,
            AsOf = book.Market.AsOf,
            Inputs = [.. inputs],
            Simulation = book.Settings.Simulation,
            Calibration = book.Settings.Calibration,
            Report = report,
            Model = model,
        };
    }

    /// <summary>Whether a file of a book decides a model that no window of stress was searched for.</summary>
    public static bool Decides(FileFingerprint file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Path.GetFileNameWithoutExtension(file.File) is "history" or "correlation";
    }

    /// <summary>Whether the file would be small enough to be read again.</summary>
    public bool Fits => NumbersOf(Model) + NumbersOf(Report) <= MostNumbers;

    /// <summary>The settings of a run under this model: those of a book, with what decides a model replaced by this one's.</summary>
    public BookSettings Over(BookSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        SimulationSettings own = settings.Simulation;
        return settings with
        {
            Simulation = Simulation with
            {
                Scenarios = own.Scenarios,
                Seed = own.Seed,
                VolatilityTermShort = own.VolatilityTermShort,
                VolatilityTermLong = own.VolatilityTermLong,
                Sampling = own.Sampling,
                Net = own.Net,
                Account = own.Account,
            },
            Calibration = Calibration,
        };
    }

    /// <summary>A row takes the room of four numbers beside its own.</summary>
    private static long NumbersOf(ScenarioModel model) => model switch
    {
        EllipticalModel elliptical => Triangle(elliptical.Factors.Count),
        BootstrapModel bootstrap => bootstrap.Dates.Count * (4L + bootstrap.Factors.Count),
        GivenModel given => given.Shocks.Scenarios * (4L + given.Factors.Count),
        MixtureModel mixture => mixture.Components.Sum(component => NumbersOf(component.Model)),
        _ => throw new ArgumentException($"There is no file of {model}.", nameof(model)),
    };

    private static long NumbersOf(CalibrationReport report) => Triangle(report.Factors.Count) + 2L * (report.WorstFit?.Observed.Count ?? 0);

    private static long Triangle(long order) => order * (order + 1) / 2 + 16 * order;
}

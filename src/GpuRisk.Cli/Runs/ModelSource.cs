using System.Globalization;
using GpuRisk.Calibration;
using GpuRisk.Calibration.History;
using GpuRisk.Data.Models;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Input;
using GpuRisk.Domain.Market;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Scenarios;

namespace GpuRisk.Cli.Runs;

/// <summary>The model of a run: calibrated from the book, or read from a file.</summary>
internal static class ModelSource
{
    /// <param name="inputs">The book's files as they were read.</param>
    /// <param name="window">The window of stress that was searched; null where none was.</param>
    public static ModelFile Calibrate(Book book, IReadOnlyList<FileFingerprint> inputs, SearchedWindow? window)
    {
        CalibratedModel calibrated = ModelCalibration.Calibrate(book.History, book.Settings.Calibration, book.Settings.Simulation, book.Correlation, window?.Days);
        IReadOnlyList<string> warnings = MarketSuspicions.Of(book.History, book.Market, book.Settings.Calibration.Suspect);
        calibrated = calibrated with { Report = calibrated.Report with { Warnings = [.. warnings, .. calibrated.Report.Warnings] } };
        if (window is null)
            return ModelFile.Of(book, inputs.Where(ModelFile.Decides), calibrated.Model, calibrated.Report);
        // A window that is searched depends on the positions and on all that prices them.
        CalibrationReport report = calibrated.Report with { Notes = [window.Note, .. calibrated.Report.Notes] };
        return ModelFile.Of(book, inputs, calibrated.Model, report);
    }

    /// <summary>A model must move every spot that the book depends on; a spot left out would be a risk left out.</summary>
    /// <exception cref="InvalidInputException">It does not.</exception>
    public static void Check(ModelFile model, Book book, string path)
    {
        string[] missing = MissingSpots.Of(book, model.Model.Factors);
        if (missing.Length > 0)
        {
            throw new InvalidInputException(
                [.. missing.Select(u => new InputProblem(path, 1, 1, $"the model has no factor spot:{u}; expected one for the spot of every underlying of the book"))]);
        }
    }

    /// <summary>What a model that was read is, and in what it is not of this book and day.</summary>
    /// <param name="inputs">Of the book.</param>
    public static IEnumerable<string> Notes(ModelFile model, Book book, string path, IReadOnlyList<FileFingerprint> inputs)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture, $"model: read from {Path.GetFileName(path)}, calibrated for {model.Book} as of {model.AsOf.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        if (model.AsOf != book.Market.AsOf)
            yield return $"model: {Distance(book.Market.AsOf - model.AsOf)} the book's as-of instant";
        HashSet<string> hashes = [.. inputs.Select(file => file.Sha256)];
        foreach (FileFingerprint input in model.Inputs.Where(input => !hashes.Contains(input.Sha256)))
            yield return $"model: calibrated from another {input.File} than the book's";
        FactorId[] left = [.. book.History.Factors.Except(model.Model.Factors)];
        if (left.Length > 0)
            yield return $"model: does not move {string.Join(", ", left)} of the book's history";
    }

    public static IEnumerable<string> TooLarge(ModelFile model)
    {
        if (!model.Fits)
            yield return string.Create(CultureInfo.InvariantCulture, $"{ResultFiles.Model} is left out, for the model has more than {ModelFile.MostNumbers:N0} numbers");
    }

    private static string Distance(TimeSpan age)
    {
        double days = Math.Abs(age.TotalDays);
        return string.Create(CultureInfo.InvariantCulture, $"{days:0.##} {(days == 1 ? "day" : "days")} {(age > TimeSpan.Zero ? "before" : "after")}");
    }
}

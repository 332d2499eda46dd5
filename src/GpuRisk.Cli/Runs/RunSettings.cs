using System.Globalization;
using GpuRisk.Data.Books;
using GpuRisk.Data.Models;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;
using GpuRisk.Margin;

namespace GpuRisk.Cli.Runs;

/// <summary>The settings of a run, from the book, a model's file and the command line, and the accounts that they ask for.</summary>
internal static class RunSettings
{
    /// <summary>The book under the run's settings. Where it has other positions than <paramref name="read"/>, that one is disposed.</summary>
    /// <param name="file">Null: the model is calibrated, or scenarios are given.</param>
    /// <exception cref="UsageException">Options contradict one another, the model or the book, or would have no effect.</exception>
    public static Book Apply(Book read, BookRunRequest request, ModelFile? file)
    {
        BookSettings settings = request.Override(file is null ? read.Settings : file.Over(read.Settings));
        SimulationSettings simulation = settings.Simulation;
        UnusedOptions.Refuse(request, simulation);
        if (file is not null && simulation.HorizonDays != file.Simulation.HorizonDays)
            throw new UsageException($"--horizon {simulation.HorizonDays}: the model of {request.ModelFile} is over a horizon of {Days(file.Simulation.HorizonDays)}; leave --horizon out, or calibrate a model with it.");
        // The book's way of drawing does not apply where nothing is drawn.
        if (request.ShocksFile is not null || simulation.Source == ScenarioSource.Historical)
            settings = settings with { Simulation = simulation with { Sampling = new SamplingSettings() } };
        if (SettingsRules.Violations(settings).ToArray() is { Length: > 0 } violations)
            throw new UsageException("the options do not fit the book's settings: " + string.Join("; ", violations.Select(violation => $"{violation.Path}: {violation.Message}")) + ".");
        return InScope(read.WithSettings(settings), request);
    }

    private static string Days(int days) => days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days} days");

    private static Book InScope(Book book, BookRunRequest request)
    {
        if (book.Settings.Simulation.Account is { } account && !book.Positions.Accounts.Contains(account, StringComparer.Ordinal))
            throw new UsageException($"--account {account}: not in the book; expected the name of one of its accounts.");
        Book scoped = BookScope.Apply(book);
        string[] unknown = [.. request.Accounts.Except(scoped.Positions.Accounts, StringComparer.Ordinal)];
        if (unknown.Length > 0)
            throw new UsageException($"--accounts {string.Join(',', unknown)}: not in the book; expected names of its accounts.");
        if (!ReferenceEquals(scoped.Positions, book.Positions))
            book.Dispose();
        return scoped;
    }
}

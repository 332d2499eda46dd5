using GpuRisk.Calibration;
using GpuRisk.Data.Results;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Domain.Settings;

namespace GpuRisk.Cli.Runs;

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

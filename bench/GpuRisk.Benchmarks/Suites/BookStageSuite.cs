using BenchmarkDotNet.Attributes;
using GpuRisk.Calibration;
using GpuRisk.Data.Books;
using GpuRisk.Domain.Portfolios;
using GpuRisk.Simulation.Revaluation;

namespace GpuRisk.Benchmarks.Suites;

/// <summary>What comes before a simulation: the book read from its folder, the model calibrated, the instruments compiled.</summary>
public class BookStageSuite
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private Book book = null!;

    [GlobalSetup]
    public void SetUp()
    {
        book = StageBook.Make();
        BookWriter.Write(book, folder);
    }

    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(folder, recursive: true);

    [Benchmark, Elements(StageBook.Instruments, "instruments")]
    public Book LoadBook() => BookReader.Read(folder);

    [Benchmark, Elements(StageBook.HistoryDays, "days of history")]
    public CalibratedModel Calibrate() =>
        ModelCalibration.Calibrate(book.History, book.Settings.Calibration, book.Settings.Simulation, book.Correlation);

    [Benchmark, Elements(StageBook.Instruments, "instruments")]
    public InstrumentTable CompileInstruments() => InstrumentCompiler.Compile(book, book.History.Factors);
}
